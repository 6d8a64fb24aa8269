import { asc, eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { unitChange } from '../schema/people.ts'

export type UnitChangeRow = typeof unitChange.$inferSelect

/** What became of an organisation's units, oldest first. */
export async function listUnitChanges(office: Office, organisationId: string): Promise<UnitChangeRow[]> {
  return office
    .select()
    .from(unitChange)
    .where(eq(unitChange.organisation, organisationId))
    .orderBy(asc(unitChange.day), asc(unitChange.id))
}
