import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { lastGroup, wave } from '../schema/collect.ts'
import { person, unit } from '../schema/organisation.ts'
import { type SessionKey, sessionOf } from './session-pages.ts'

/** What the roster says of a signed-in person, word for word. */
export async function findOwnRow(
  office: Office,
  key: SessionKey,
): Promise<Pick<
  typeof person.$inferSelect,
  'name' | 'email' | 'unit' | 'role' | 'language' | 'cuts' | 'channel' | 'zone'
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
      zone: person.zone,
    })
    .from(found)
    .innerJoin(
      person,
      and(eq(person.organisation, found.organisation), eq(person.id, found.person), isNull(person.eraseOn)),
    )
    .innerJoin(unit, and(eq(unit.organisation, person.organisation), eq(unit.id, person.unit)))
    .execute(key)
  return row ?? null
}

/** In which units a person was last counted, one for each programme, as the trees of those waves name them. */
export async function findLastGroups(
  office: Office,
  { organisation, person }: { readonly organisation: string; readonly person: string },
): Promise<{ wave: string; unit: string }[]> {
  const rows = await office
    .select({ label: wave.label, units: wave.units, unit: lastGroup.unit })
    .from(lastGroup)
    .innerJoin(wave, and(eq(wave.organisation, lastGroup.organisation), eq(wave.id, lastGroup.wave)))
    .where(and(eq(lastGroup.organisation, organisation), eq(lastGroup.person, person)))
    .orderBy(asc(wave.label))
  return rows.map(({ label, units, unit }) => ({
    wave: label,
    unit: units.find(({ id }) => id === unit)?.name ?? unit,
  }))
}
