import type { Reporter } from '@chorus/db/database'
import { listReleases, type ReleaseHeader } from '@chorus/db/stores/releases'
import { rolesOf, type SignedIn } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import { reportableUnits, type UnitInTree } from './reportable-units.ts'

/** The releases of the programme that published last, oldest first. @throws ProblemError no-release-yet */
export async function newestProgramme(reporter: Reporter, reader: SignedIn): Promise<ReleaseHeader[]> {
  const all = await listReleases(reporter, reader.organisation)
  const newest = all.at(-1)
  if (!newest) throw new ProblemError('no-release-yet')
  return all.filter((header) => header.programme === newest.programme)
}

/** The units of the newest release that a reader may open. */
export function visibleTo(reader: SignedIn, headers: readonly ReleaseHeader[]): UnitInTree[] {
  return reportableUnits(headers.at(-1)?.units ?? [], {
    seesAll: rolesOf(reader).includes('hr'),
    leads: reader.leads.map((unit) => unit.id),
  })
}
