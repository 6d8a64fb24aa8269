import type { TargetKind } from '@chorus/contracts/community'
import type { MessageId } from './message-id.ts'

/** How a kind of text of the learning loop is called. A new kind is added here. */
export const targetWords: Readonly<Record<TargetKind, MessageId>> = {
  lesson: 'moderation.kind.lesson',
  review: 'reviews.kind',
  action: 'moderation.kind.action',
  experiment: 'moderation.kind.experiment',
  session: 'moderation.kind.session',
  'session-post': 'moderation.kind.session-post',
  agreement: 'moderation.kind.agreement',
  recognition: 'recognition.title',
  reply: 'moderation.kind.reply',
}
