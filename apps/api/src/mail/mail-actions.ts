import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import type { Database } from '@chorus/db/database'
import { orderForActions } from '@chorus/db/stores/action-mailings'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { readMailSettings } from '@chorus/db/stores/mail-settings'
import type { ReminderMarks } from './reminder-marks.ts'
import { freshenReminders } from './reminders.ts'
import { mondayOfWeek } from './week-to-tell.ts'

/**
 * Tells the people of each unit, once a week, that actions of it were added or changed their state, where the organisation wants that: from
 * Monday at nine on, in its zone. Asked daily, or again after an outage, it does what is due and nothing twice.
 * @returns to how many people; null when nothing was due
 * @throws VaultError when nobody can tell who wants no such mails
 */
export async function mailActions(
  parts: { readonly database: Database; readonly marks: ReminderMarks },
  organisation: string,
  now: Date,
): Promise<{ people: number } | null> {
  const { office, mailer } = parts.database
  const settings = (await readMailSettings(office, organisation)) ?? usualMailSettings
  if (!settings.actions) return null
  const week = mondayOfWeek(settings.zone, now)
  if (week === null) return null
  await freshenReminders({ mailer, marks: parts.marks }, organisation)
  const today = now.toISOString().slice(0, 10)
  const isAhead = week.toString() > today
  const ordered = await orderForActions(
    office,
    {
      organisation,
      week: week.toString(),
      // Days of actions are of UTC: one that is not over yet is told of next week.
      until: isAhead ? today : week.toString(),
      since: week.subtract({ weeks: 1 }).toString(),
    },
    { from: now, seconds: settings.spreadMinutes * 60 },
  )
  if (ordered !== null && ordered.people > 0)
    await recordEvent(office, organisation, {
      at: now,
      actor: 'Chorus',
      action: 'actions mailed',
      subject: `${week}: ${ordered.people} people`,
    })
  return ordered
}
