import type { MailSettings } from '@chorus/contracts/quiet-hours'
import { eq } from 'drizzle-orm'
import type { Mailer, Office } from '../database.ts'
import { mailSettings } from '../schema/mail.ts'

/** How an organisation's mails leave; null until somebody said it. */
export async function readMailSettings(
  connection: Pick<Office | Mailer, 'select'>,
  organisation: string,
): Promise<MailSettings | null> {
  const [row] = await connection
    .select({
      zone: mailSettings.zone,
      quiet: mailSettings.quiet,
      spreadMinutes: mailSettings.spreadMinutes,
      results: mailSettings.results,
      actions: mailSettings.actions,
    })
    .from(mailSettings)
    .where(eq(mailSettings.organisation, organisation))
  return row ?? null
}

export async function writeMailSettings(
  office: Pick<Office, 'insert'>,
  organisation: string,
  settings: MailSettings,
): Promise<void> {
  await office
    .insert(mailSettings)
    .values({ organisation, ...settings })
    .onConflictDoUpdate({ target: mailSettings.organisation, set: settings })
}
