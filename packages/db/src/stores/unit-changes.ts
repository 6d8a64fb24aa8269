import { and, asc, eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { unitChange } from '../schema/people.ts'

export type UnitChangeRow = typeof unitChange.$inferSelect

/** What became of an organisation's units, oldest first. */
export async function listUnitChanges(
  office: Pick<Office, 'select'>,
  organisationId: string,
): Promise<UnitChangeRow[]> {
  return office
    .select()
    .from(unitChange)
    .where(eq(unitChange.organisation, organisationId))
    .orderBy(asc(unitChange.day), asc(unitChange.id))
}

/** Removes a note of what became of units. @returns the note; undefined when there is none */
export async function removeUnitChange(
  office: Pick<Office, 'delete'>,
  organisationId: string,
  id: string,
): Promise<UnitChangeRow | undefined> {
  const [removed] = await office
    .delete(unitChange)
    .where(and(eq(unitChange.organisation, organisationId), eq(unitChange.id, id)))
    .returning()
  return removed
}
