import { and, count, eq, inArray } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person } from '../schema/organisation.ts'

type RosterRole = (typeof person.$inferSelect)['role']

export async function countPeopleInRole(
  office: Pick<Office, 'select'>,
  organisation: string,
  role: RosterRole,
): Promise<number> {
  const [row] = await office
    .select({ people: count() })
    .from(person)
    .where(and(eq(person.organisation, organisation), eq(person.role, role)))
  return row?.people ?? 0
}

/** Who works for HR and who watches over the rules, by the organisation's own id. */
export async function listWatching(
  office: Office,
  organisation: string,
): Promise<Map<string, 'hr' | 'auditor'>> {
  const rows = await office
    .select({ id: person.externalId, role: person.role })
    .from(person)
    .where(and(eq(person.organisation, organisation), inArray(person.role, ['hr', 'auditor'])))
  return new Map(rows.flatMap(({ id, role }) => (role === 'hr' || role === 'auditor' ? [[id, role]] : [])))
}
