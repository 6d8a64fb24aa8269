import type { ReactionKind, Thread } from '@chorus/contracts/community'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { react, type ThreadOf } from './api/thread.ts'
import { useThreadChange } from './use-thread-change.ts'

const words: Readonly<Record<ReactionKind, MessageId>> = {
  useful: 'community.useful',
  'thank you': 'community.thank-you',
  'same here': 'community.same-here',
}

/** What readers say with one press; pressed again, it is taken back. Counts alone are shown. */
export function Reactions({ of, reactions }: { of: ThreadOf; reactions: Thread['reactions'] }) {
  const { t } = useTexts()
  const reacting = useThreadChange(of)
  return (
    <div className="stack stack-tight">
      <ul className="reactions" aria-label={t('community.reactions')}>
        {reactions.map(({ kind, count, mine }) => (
          <li key={kind}>
            <button
              type="button"
              className="reaction"
              aria-pressed={mine}
              onClick={() => {
                if (!reacting.isPending) reacting.mutate(() => react(of, kind, !mine))
              }}
            >
              {t(words[kind])}
              {count > 0 && <span className="reaction-count">{count}</span>}
            </button>
          </li>
        ))}
      </ul>
      {reacting.error && <ProblemNotice error={reacting.error} />}
    </div>
  )
}
