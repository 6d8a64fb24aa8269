import type { Reply } from '@chorus/contracts/community'
import { useState } from 'react'
import { showStamp } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { MentionText } from '../../ui/mention-text.tsx'
import { WriteSaid } from '../../ui/write-said.tsx'
import { changeReply, type ThreadOf } from './api/thread.ts'
import { HiddenNotice } from './hidden-notice.tsx'
import { ReportText } from './report-text.tsx'
import { TakeReplyBack } from './take-reply-back.tsx'
import { useThreadChange } from './use-thread-change.ts'

/** One reply; its author changes it or takes it back. */
export function ReplyItem({ of, reply }: { of: ThreadOf; reply: Reply }) {
  const { t, locale } = useTexts()
  const [changing, setChanging] = useState(false)
  const change = useThreadChange(of, () => setChanging(false))
  return (
    <li className="reply stack stack-tight">
      <div className="thread-line">
        <p className="small soft">
          <strong>
            <bdi>{reply.author?.name ?? t('community.left')}</bdi>
          </strong>
          {' · '}
          {showStamp(reply.at, locale)}
          {reply.changed && ` · ${t('community.changed')}`}
        </p>
        {!reply.mine && !reply.hidden && <ReportText kind="reply" id={reply.id} />}
        {reply.mine && !changing && (
          <div className="thread-own">
            <Button look="quiet" onClick={() => setChanging(true)}>
              {t('community.change')}
            </Button>
            <TakeReplyBack of={of} reply={reply.id} />
          </div>
        )}
      </div>
      {changing ? (
        <WriteSaid
          send={t('community.save')}
          rows={3}
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
    </li>
  )
}
