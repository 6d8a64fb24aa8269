import type { Reply } from '@chorus/contracts/community'
import { useState } from 'react'
import { showStamp } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { MentionText } from '../../ui/mention-text.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { changeReply, type ThreadOf, takeReplyBack } from './api/thread.ts'
import { HiddenNotice } from './hidden-notice.tsx'
import { ReportText } from './report-text.tsx'
import { useThreadChange } from './use-thread-change.ts'
import { WriteReply } from './write-reply.tsx'

/** One reply; its author changes it or takes it back. */
export function ReplyItem({ of, reply }: { of: ThreadOf; reply: Reply }) {
  const { t, locale } = useTexts()
  const [changing, setChanging] = useState(false)
  const change = useThreadChange(of, () => setChanging(false))
  const takeBack = useThreadChange(of)
  return (
    <li className="reply stack stack-tight">
      <p className="small soft">
        <strong>{reply.author?.name ?? t('community.left')}</strong>
        {' · '}
        {showStamp(reply.at, locale)}
        {reply.changed && ` · ${t('community.changed')}`}
      </p>
      {changing ? (
        <WriteReply
          label={t('community.change-reply')}
          text={reply.text}
          busy={change.isPending}
          error={change.error}
          onSend={(text) => change.mutate(() => changeReply(of, reply.id, text))}
          onCancel={() => setChanging(false)}
        />
      ) : (
        reply.text !== '' && <MentionText text={reply.text} />
      )}
      {reply.redacted && <p className="small soft">{t('moderation.redacted')}</p>}
      {reply.hidden && (
        <HiddenNotice
          of={of}
          target={{ kind: 'reply', id: reply.id }}
          mine={reply.mine}
          hidden={reply.hidden}
        />
      )}
      {!reply.mine && !reply.hidden && (
        <div>
          <ReportText kind="reply" id={reply.id} />
        </div>
      )}
      {reply.mine && !changing && (
        <div className="row">
          <Button look="quiet" onClick={() => setChanging(true)}>
            {t('community.change')}
          </Button>
          <Button
            look="quiet"
            busy={takeBack.isPending}
            onClick={() => takeBack.mutate(() => takeReplyBack(of, reply.id))}
          >
            {t('community.take-back')}
          </Button>
        </div>
      )}
      {takeBack.error && <ProblemNotice error={takeBack.error} />}
    </li>
  )
}
