import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import type { Database } from '@chorus/db/database'
import { orderDigests } from '@chorus/db/stores/digests'
import { readMailSettings } from '@chorus/db/stores/mail-settings'
import type { ReminderMarks } from './reminder-marks.ts'
import { freshenReminders } from './reminders.ts'
import { firstHour, mondayOfWeek } from './week-to-tell.ts'

/**
 * Orders the weekly digests of the learning loop: one for everybody, since who wants one is known to nobody before it is sent; from Monday at
 * nine on, in the organisation's zone. Asked daily, or again after an outage, it does what is due and nothing twice.
 * @returns for how many people; null when nothing was due
 * @throws VaultError when nobody can tell who wants one
 */
export async function mailDigests(
  parts: { readonly database: Database; readonly marks: ReminderMarks },
  organisation: string,
  now: Date,
): Promise<{ people: number } | null> {
  const { office, mailer } = parts.database
  const settings = (await readMailSettings(office, organisation)) ?? usualMailSettings
  const monday = mondayOfWeek(settings.zone, now)
  if (monday === null) return null
  const until = monday.toZonedDateTime({ timeZone: settings.zone, plainTime: { hour: firstHour } })
  await freshenReminders({ mailer, marks: parts.marks }, organisation)
  return orderDigests(office, organisation, new Date(until.epochMilliseconds), {
    from: now,
    seconds: settings.spreadMinutes * 60,
  })
}
