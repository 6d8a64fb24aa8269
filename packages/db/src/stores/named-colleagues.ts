import { and, asc, eq, ilike, inArray, isNull } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person, unit } from '../schema/organisation.ts'

/** Those of some people who belong to the organisation today. */
export async function peopleOfToday(
  office: Office,
  organisation: string,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return office
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(and(eq(person.organisation, organisation), inArray(person.id, [...ids]), isNull(person.eraseOn)))
}

/** Everybody who belongs to the unit itself, and to none below it. */
export async function peopleOfUnit(office: Office, organisation: string, unitId: string): Promise<string[]> {
  const rows = await office
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.organisation, organisation), eq(person.unit, unitId), isNull(person.eraseOn)))
  return rows.map(({ id }) => id)
}

/** Units by a part of their names: at most twenty, by name. */
export async function searchUnits(
  office: Office,
  organisation: string,
  words: string,
): Promise<{ id: string; name: string }[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return office
    .select({ id: unit.id, name: unit.name })
    .from(unit)
    .where(and(eq(unit.organisation, organisation), ilike(unit.name, pattern)))
    .orderBy(asc(unit.name), asc(unit.id))
    .limit(20)
}
