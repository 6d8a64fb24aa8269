import type { ReportReason } from '@chorus/contracts/commons'
import type { MessageId } from './message-id.ts'

/** Why a text can be reported, and how that is called. */
export const reasonWords: Readonly<Record<ReportReason, MessageId>> = {
  'about a person': 'moderation.reason.person',
  hurtful: 'moderation.reason.hurtful',
  blames: 'moderation.reason.blames',
  confidential: 'moderation.reason.confidential',
  other: 'moderation.reason.other',
}

/** In the order in which they are offered. */
export const reportReasons: readonly ReportReason[] = [
  'about a person',
  'hurtful',
  'blames',
  'confidential',
  'other',
]
