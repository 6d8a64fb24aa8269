import type { Database } from '@chorus/db/database'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import type { WaveRow } from '@chorus/db/stores/waves'
import { orderMailsOfWave } from './order-mails.ts'
import { orderSubject } from './order-subject.ts'
import type { ReminderMarks } from './reminder-marks.ts'

/**
 * Tells everybody who was invited by mail that the results of a published wave are out, where the organisation wants that. Asked again,
 * it does nothing.
 * @param wave as it is after publishing
 * @param actor of the audit trail
 * @throws VaultError when nobody can tell who wants no such mails
 */
export async function mailResults(
  parts: { readonly database: Database; readonly marks: ReminderMarks },
  wave: WaveRow,
  actor: string,
  now: Date,
): Promise<void> {
  const ordered = await orderMailsOfWave(parts.database, parts.marks, wave, 'results', now)
  if (!ordered.ok) return
  await recordEvent(parts.database.office, wave.organisation, {
    at: now,
    actor,
    ...orderSubject('results', wave.label, ordered.value.people),
  })
}
