import type { Issuer, Mailer, Office } from '@chorus/db/database'
import type { ReminderMarks } from './reminder-marks.ts'
import type { Transport } from './transport.ts'

/** What sending needs. */
export type MailerParts = {
  readonly mailer: Mailer
  /** Says who has collected a ballot, where reminders go only to those who have not. */
  readonly issuer: Issuer
  /** Says what is new in the learning loop, for digests. */
  readonly office: Office
  readonly transport: Transport
  readonly marks: ReminderMarks
  /** The address that links in mails begin with, without a slash at its end. */
  readonly address: string
  readonly now: () => Date
}
