import { eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person } from '../schema/organisation.ts'

/**
 * Everybody on the roster by name, address and the organisation's own id, and nothing else: what is masked in comments. Whoever has left
 * is masked, too, until the row is erased.
 */
export async function listRosterNames(
  office: Office,
  organisationId: string,
): Promise<{ name: string; email: string; externalId: string }[]> {
  return office
    .select({ name: person.name, email: person.email, externalId: person.externalId })
    .from(person)
    .where(eq(person.organisation, organisationId))
}
