import type { Office } from '@chorus/db/database'
import { listCountedUnits } from '@chorus/db/stores/counted-units'
import type { KnownPerson } from '@chorus/db/stores/known-person'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import { chainUp, placesToLook, reportedUnit } from './reported-unit.ts'

/**
 * The unit in which a wave reports a person's unit of today; null when the wave does not know that unit, and for an auditor, who
 * sees no results.
 */
export async function ownReportedUnit(
  office: Office,
  { organisation, person, unit }: KnownPerson,
  { wave, units }: ReleaseHeader,
): Promise<string | null> {
  if (person.role === 'auditor') return null
  const chain = chainUp(units, unit.id)
  if (chain.length === 0) return null
  return reportedUnit(chain, await listCountedUnits(office, { organisation, wave }, placesToLook(chain)))
}
