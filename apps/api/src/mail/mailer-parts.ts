import type { Mailer } from '@chorus/db/database'
import type { ReminderMarks } from './reminder-marks.ts'
import type { Transport } from './transport.ts'

/** What sending needs. */
export type MailerParts = {
  readonly mailer: Mailer
  readonly transport: Transport
  readonly marks: ReminderMarks
  /** The address that links in mails begin with, without a slash at its end. */
  readonly address: string
  readonly now: () => Date
}
