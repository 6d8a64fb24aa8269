import { type Programme, programme } from '@chorus/contracts/programme'
import { listImportedWaves } from '@chorus/db/stores/imported-waves'
import type { ProgrammeRow } from '@chorus/db/stores/programmes'
import { listWaves } from '@chorus/db/stores/waves'
import type { Parts } from '../parts.ts'
import { describeWave } from './describe-wave.ts'

/** A programme as HR sees it, with all its waves. */
export async function describeProgramme(parts: Parts, row: ProgrammeRow): Promise<Programme> {
  const waves = await listWaves(parts.database.office, row.organisation, row.id)
  const imported = await listImportedWaves(parts.database.office, row.organisation, row.id)
  return programme.parse({
    id: row.id,
    name: row.name,
    instrument: { id: row.instrument.id, name: row.instrument.name },
    policy: row.policy,
    waves: await Promise.all(waves.map((one) => describeWave(parts, one))),
    imported: imported.map(({ id, label, closedOn }) => ({ id, label, closed: closedOn })),
  })
}
