import { reactionKind, type Thread, thread } from '@chorus/contracts/community'
import type { Office } from '@chorus/db/database'
import { findHidden, findHiddenAmong } from '@chorus/db/stores/hidden-targets'
import { redactedAmong } from '@chorus/db/stores/redactions'
import { countReactions, listReplies } from '@chorus/db/stores/threads'
import { hidingFor } from '../hiding.ts'
import type { Subject } from '../subject.ts'

/** Replies and reactions as one reader sees them: of a hidden reply, others read why it is, and its author the text too. */
export async function describeThread(office: Office, reader: string, subject: Subject): Promise<Thread> {
  const { organisation } = subject
  const replies = await listReplies(office, subject)
  const ids = replies.map(({ id }) => id)
  const ofReplies = { organisation, kind: 'reply' } as const
  const counted = await countReactions(office, subject, reader)
  const hiddenReplies = await findHiddenAmong(office, ofReplies, ids)
  const redactedReplies = await redactedAmong(office, ofReplies, ids)
  const isMine = subject.author === reader
  return thread.parse({
    subject: {
      mine: isMine,
      hidden: hidingFor(await findHidden(office, subject), isMine),
      redacted: (await redactedAmong(office, subject, [subject.id])).size > 0,
    },
    reactions: reactionKind.options.map((kind) => {
      const found = counted.find(({ reaction }) => reaction === kind)
      return { kind, count: found?.count ?? 0, mine: found?.mine ?? false }
    }),
    replies: replies.map(({ id, author, authorName, text, at, changed }) => {
      const mine = author === reader
      const hidden = hidingFor(hiddenReplies.get(id), mine)
      return {
        id,
        author: author !== null && authorName !== null ? { person: author, name: authorName } : null,
        text: hidden === null || mine ? text : '',
        at: at.toISOString(),
        changed,
        hidden,
        redacted: redactedReplies.has(id),
        mine,
      }
    }),
  })
}
