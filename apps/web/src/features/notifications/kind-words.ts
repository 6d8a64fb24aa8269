import type { NotificationKind } from '@chorus/contracts/community'
import type { MessageId } from '../../lib/i18n/message-id.ts'

/** What a notification says, and how its kind is called. A new kind is added here. */
export const kindWords: Readonly<Record<NotificationKind, { says: MessageId; called: MessageId }>> = {
  reply: { says: 'notifications.what.reply', called: 'notifications.wish.reply' },
  mention: { says: 'notifications.what.mention', called: 'notifications.wish.mention' },
  'session begun': {
    says: 'notifications.what.session-begun',
    called: 'notifications.wish.session-begun',
  },
  'agreement proposed': {
    says: 'notifications.what.agreement-proposed',
    called: 'notifications.wish.agreement-proposed',
  },
  'agreement in force': {
    says: 'notifications.what.agreement-in-force',
    called: 'notifications.wish.agreement-in-force',
  },
  hidden: { says: 'notifications.what.hidden', called: 'notifications.wish.hidden' },
  'shown again': { says: 'notifications.what.shown-again', called: 'notifications.wish.shown-again' },
  'asked to take part': { says: 'reviews.told.asked', called: 'reviews.wish.asked' },
  'review moved': { says: 'reviews.told.moved', called: 'reviews.wish.moved' },
  'stays hidden': { says: 'notifications.what.stays-hidden', called: 'notifications.wish.stays-hidden' },
  'action yours': { says: 'notifications.what.action-yours', called: 'notifications.wish.action-yours' },
  'experiment planned': {
    says: 'notifications.what.experiment-planned',
    called: 'notifications.wish.experiment-planned',
  },
  recognised: { says: 'recognition.told', called: 'recognition.wish' },
  'feedback asked': { says: 'feedback.told.asked', called: 'feedback.wish.asked' },
  'feedback declined': { says: 'feedback.told.declined', called: 'feedback.wish.declined' },
  'feedback given': { says: 'feedback.told.given', called: 'feedback.wish.given' },
  'feedback answered': { says: 'feedback.told.answered', called: 'feedback.wish.answered' },
}
