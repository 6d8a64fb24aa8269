import { and, asc, eq, ilike, inArray, isNull, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person, unit } from '../schema/organisation.ts'

const mostFound = 8

/** People of today one of whose names begins with the words; by name. Addresses are not looked at. */
export async function searchColleagues(
  office: Office,
  organisation: string,
  words: string,
): Promise<{ id: string; name: string; unit: string }[]> {
  const begins = words.replace(/[\\%_]/g, '\\$&')
  return office
    .select({ id: person.id, name: person.name, unit: unit.name })
    .from(person)
    .innerJoin(unit, and(eq(unit.organisation, person.organisation), eq(unit.id, person.unit)))
    .where(
      and(
        eq(person.organisation, organisation),
        isNull(person.eraseOn),
        // The space makes each of somebody's names a beginning.
        ilike(sql`' ' || ${person.name}`, `% ${begins}%`),
      ),
    )
    .orderBy(asc(person.name), asc(person.id))
    .limit(mostFound)
}

/** Today's names; whoever has left has none. */
export async function namesOf(
  office: Pick<Office, 'select'>,
  organisation: string,
  people: readonly string[],
): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const rows = await office
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(
      and(eq(person.organisation, organisation), inArray(person.id, [...people]), isNull(person.eraseOn)),
    )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
