import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { WriteSaid } from '../../ui/write-said.tsx'
import { addReply, type ThreadOf, threadQuery } from './api/thread.ts'
import { HiddenNotice } from './hidden-notice.tsx'
import { Reactions } from './reactions.tsx'
import { ReplyItem } from './reply-item.tsx'
import { ReportText } from './report-text.tsx'
import { useThreadChange } from './use-thread-change.ts'
import './thread.css'

/** Reactions and replies, under anything of the learning loop. */
export function Thread({ of }: { of: ThreadOf }) {
  const { t } = useTexts()
  const heading = useId()
  const [sent, setSent] = useState(0)
  const adding = useThreadChange(of, () => setSent((times) => times + 1))
  return (
    <Loaded query={useQuery(threadQuery(of))}>
      {({ subject, reactions, replies }) => (
        <section className="thread stack stack-wide" aria-labelledby={heading}>
          <div className="stack">
            {subject.redacted && <p className="small soft">{t('moderation.redacted')}</p>}
            {subject.hidden && (
              <HiddenNotice of={of} target={of} mine={subject.mine} hidden={subject.hidden} />
            )}
            <div className="thread-line">
              <Reactions of={of} reactions={reactions} />
              {!subject.mine && <ReportText kind={of.kind} id={of.id} />}
            </div>
          </div>
          <div className="stack">
            <h2 id={heading}>{t('community.replies', { count: replies.length })}</h2>
            {replies.length > 0 && (
              <ul className="replies">
                {replies.map((reply) => (
                  <ReplyItem key={reply.id} of={of} reply={reply} />
                ))}
              </ul>
            )}
          </div>
          <p className="visually-hidden" role="status">
            {sent > 0 ? t('community.sent') : ''}
          </p>
          <WriteSaid
            send={t('community.send')}
            rows={3}
            key={sent}
            label={t('community.reply')}
            busy={adding.isPending}
            error={adding.error}
            onSend={(text) => adding.mutate(() => addReply(of, text))}
          />
        </section>
      )}
    </Loaded>
  )
}
