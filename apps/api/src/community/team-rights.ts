import type { Office } from '@chorus/db/database'
import { unitReach } from '@chorus/db/stores/unit-reach'
import type { KnownPerson } from '../http/permission.ts'

/** What somebody does in units as one of them, and not by a right to read from outside: HR has none of these. */
export type TeamRights = {
  /** In the unit or below it, leads it, or stands in for who leads it. Who leads a unit above does not: a team talks among itself. */
  belongs(unit: string | null): boolean
  /** Leads the unit or one above it, or stands in for such a person. */
  leads(unit: string | null): boolean
  readonly belongsTo: readonly string[]
  readonly leadsAll: readonly string[]
}

export async function teamRightsOf(
  office: Office,
  { organisation, unit, leads, standsIn }: KnownPerson,
): Promise<TeamRights> {
  const led = [...leads, ...standsIn.filter((lent) => lent.as === 'manager').map((lent) => lent.unit)].map(
    ({ id }) => id,
  )
  const { above, below } = await unitReach(office, organisation, [unit.id], led)
  const belongsTo = new Set([...above, ...led])
  return {
    belongs: (id) => id !== null && belongsTo.has(id),
    leads: (id) => id !== null && below.has(id),
    belongsTo: [...belongsTo],
    leadsAll: [...below],
  }
}
