import { and, asc, eq, inArray, notExists, or, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { unit, unitLead } from '../schema/organisation.ts'
import type { NamedUnit } from './unit-chain.ts'

/**
 * The units whose sessions and agreements concern somebody, by name: those that the person belongs to, and of those that the person leads
 * from above the ones that nobody else leads. Who leads a whole company is not asked about each of its teams.
 */
export async function listTeamUnits(
  office: Office,
  organisation: string,
  { belongsTo, leadsAll }: { belongsTo: readonly string[]; leadsAll: readonly string[] },
): Promise<NamedUnit[]> {
  const leads = office
    .select({ one: sql`1` })
    .from(unitLead)
    .where(and(eq(unitLead.organisation, unit.organisation), eq(unitLead.unit, unit.id)))
  return office
    .select({ id: unit.id, name: unit.name })
    .from(unit)
    .where(
      and(
        eq(unit.organisation, organisation),
        or(inArray(unit.id, [...belongsTo]), and(inArray(unit.id, [...leadsAll]), notExists(leads))),
      ),
    )
    .orderBy(asc(unit.name), asc(unit.id))
}
