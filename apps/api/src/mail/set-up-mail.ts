import type { Database } from '@chorus/db/database'
import type { Settings } from '../env.ts'
import type { MailParts } from '../parts.ts'
import { startMailer } from './mailer.ts'
import type { ReminderMarks } from './reminder-marks.ts'
import { openTransport } from './transport.ts'

/** Begins to send what waits, where a mail server is set up; null where none is. */
export function setUpMail(
  settings: Settings,
  database: Database,
  marks: ReminderMarks,
  report: (line: string) => void,
): (MailParts & { stop(): Promise<void> }) | null {
  const { mail, publicUrl: address } = settings
  if (mail === undefined || address === undefined) return null
  const transport = openTransport(mail.smtpUrl, mail.from)
  const mailer = startMailer(
    {
      mailer: database.mailer,
      issuer: database.issuer,
      office: database.office,
      transport,
      marks,
      address,
      now: () => new Date(),
    },
    report,
  )
  return {
    transport,
    address,
    wake: mailer.wake,
    trouble: mailer.trouble,
    async stop() {
      await mailer.stop()
      transport.close()
    },
  }
}
