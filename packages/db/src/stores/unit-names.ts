import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { unit } from '../schema/organisation.ts'
import type { NamedUnit } from './unit-chain.ts'

/** Some units of today's tree, by name. */
export async function listNamedUnits(
  office: Office,
  organisation: string,
  ids: readonly string[],
): Promise<NamedUnit[]> {
  return office
    .select({ id: unit.id, name: unit.name })
    .from(unit)
    .where(and(eq(unit.organisation, organisation), inArray(unit.id, [...ids])))
    .orderBy(asc(unit.name), asc(unit.id))
}
