import type { Result } from '@chorus/basics/result'
import type { Database } from '@chorus/db/database'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { type HistoryMoment, insertImportedWaves } from '@chorus/db/stores/imported-waves'
import type { ProgrammeRow } from '@chorus/db/stores/programmes'
import type { PreparedHistory } from './prepare-history.ts'

/** Writes what was prepared, all of it or nothing, and notes it in the audit trail. */
export async function writeHistory(
  { closer, office }: Pick<Database, 'closer' | 'office'>,
  programme: ProgrammeRow,
  { waves, audited }: PreparedHistory,
  by: { readonly actor: string; readonly at: Date },
  moment?: (moment: HistoryMoment) => Promise<void>,
): Promise<Result<void, { code: 'wave-already-open' } | { code: 'programme-changed' }>> {
  const place = { organisation: programme.organisation, programme: programme.id }
  const written = await insertImportedWaves(closer, place, waves, audited, moment)
  if (!written.ok) return written
  const labels = waves.map(({ header }) => `"${header.label}"`).join(', ')
  await recordEvent(office, programme.organisation, {
    ...by,
    action: 'history imported',
    subject: `${programme.name}: ${labels}`,
  })
  return written
}
