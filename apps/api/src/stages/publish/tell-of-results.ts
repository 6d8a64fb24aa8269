import type { Database } from '@chorus/db/database'
import { announceWave } from '@chorus/db/stores/channels'
import { finishJob } from '@chorus/db/stores/wave-jobs'
import type { WaveRow } from '@chorus/db/stores/waves'
import { mailResults } from '../../mail/mail-results.ts'
import type { ReminderMarks } from '../../mail/reminder-marks.ts'

/**
 * Tells channels, and by mail everybody who was invited, that the results of a published wave are out. That it is still to be done was
 * written with the release: whatever ends it half-way, the job `tell` does it again, and nobody is told twice.
 * @param marks null where no mail can be sent
 * @param actor of the audit trail
 * @throws VaultError when nobody can tell who wants no such mails
 */
export async function tellOfResults(
  { database, marks }: { readonly database: Database; readonly marks: ReminderMarks | null },
  wave: WaveRow,
  actor: string,
  now: Date,
): Promise<void> {
  await announceWave(database.office, wave, 'results-out', now)
  if (marks !== null) await mailResults({ database, marks }, wave, actor, now)
  await finishJob(database.office, { organisation: wave.organisation, kind: 'tell', subject: wave.id })
}
