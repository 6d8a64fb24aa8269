import { and, eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person, unit } from '../schema/organisation.ts'
import { type SessionKey, sessionOf } from './session-pages.ts'

/** What the roster says of a signed-in person, word for word. */
export async function findOwnRow(
  office: Office,
  key: SessionKey,
): Promise<Pick<
  typeof person.$inferSelect,
  'name' | 'email' | 'unit' | 'role' | 'language' | 'cuts' | 'channel'
> | null> {
  const found = sessionOf(office)
  const [row] = await office
    .select({
      name: person.name,
      email: person.email,
      unit: unit.name,
      role: person.role,
      language: person.language,
      cuts: person.cuts,
      channel: person.channel,
    })
    .from(found)
    .innerJoin(person, and(eq(person.organisation, found.organisation), eq(person.id, found.person)))
    .innerJoin(unit, and(eq(unit.organisation, person.organisation), eq(unit.id, person.unit)))
    .execute(key)
  return row ?? null
}
