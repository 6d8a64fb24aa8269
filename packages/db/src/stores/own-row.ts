import { and, eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { session } from '../schema/access.ts'
import { person, unit } from '../schema/organisation.ts'
import type { SessionKey } from './sessions.ts'

/** What the roster says of a signed-in person, word for word, and until when the session lasts. */
export async function findOwnRow(
  office: Office,
  key: SessionKey,
): Promise<{
  row: Pick<typeof person.$inferSelect, 'name' | 'email' | 'unit' | 'role' | 'language' | 'cuts' | 'channel'>
  endsOn: string
} | null> {
  const [found] = await office
    .select({
      row: {
        name: person.name,
        email: person.email,
        unit: unit.name,
        role: person.role,
        language: person.language,
        cuts: person.cuts,
        channel: person.channel,
      },
      endsOn: session.endsOn,
    })
    .from(session)
    .innerJoin(person, and(eq(person.organisation, session.organisation), eq(person.id, session.person)))
    .innerJoin(unit, and(eq(unit.organisation, person.organisation), eq(unit.id, person.unit)))
    .where(and(eq(session.organisation, key.organisation), eq(session.id, key.id)))
  return found ?? null
}
