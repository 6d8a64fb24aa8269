import { type Wave, wave } from '@chorus/contracts/programme'
import { bandOf, participationOf } from '@chorus/db/stores/participation-bands'
import { countCopiesLeft } from '@chorus/db/stores/vault-copies'
import { findWave, type WaveRow, waveTotals } from '@chorus/db/stores/waves'
import { ProblemError } from '../http/problem.ts'
import type { Parts } from '../parts.ts'

/** A wave as HR sees it: its stage, and participation as a total in a band. */
export async function describeWave(parts: Parts, row: WaveRow): Promise<Wave> {
  const { id, label, stage, fingerprint } = row
  return wave.parse({
    id,
    label,
    stage,
    opens: row.opensAt.toISOString(),
    closes: row.closesAt.toISOString(),
    fingerprint,
    participation: await participation(parts, row),
    keyCopies: await countCopiesLeft(parts.database.office, row),
  })
}

/** @throws ProblemError unknown-wave */
export async function waveOfOrganisation(parts: Parts, organisation: string, id: string): Promise<WaveRow> {
  const row = await findWave(parts.database.office, organisation, id)
  if (!row) throw new ProblemError('unknown-wave')
  return row
}

async function participation(parts: Parts, row: WaveRow): Promise<Wave['participation']> {
  const today = parts.now().toISOString().slice(0, 10)
  if (row.stage === 'open')
    return participationOf(parts.database.issuer, { organisation: row.organisation, wave: row.id }, today)
  const { invited, collected } = await waveTotals(parts.database.office, row.organisation, row.id)
  const shown = invited >= 10 && collected !== null
  return {
    invited,
    band: shown ? bandOf(collected / invited) : null,
    asOf: row.closedOn ?? today,
  }
}
