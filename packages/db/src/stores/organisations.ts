import { randomUUID } from 'node:crypto'
import { and, asc, count, eq, isNull } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { withinOrganisation } from '../organisation-scope.ts'
import { organisation, person, unit } from '../schema/organisation.ts'
import { forEachOrganisation } from './whose.ts'

export type OrganisationRow = { readonly id: string; readonly name: string }
export type UnitRow = { readonly id: string; readonly parent: string | null; readonly name: string }

/** Asked in any scope; what is done in the new organisation then is done within it. */
export async function createOrganisation(
  office: Pick<Office, 'insert'>,
  name: string,
  id: string = randomUUID(),
): Promise<OrganisationRow> {
  await withinOrganisation(id, () => office.insert(organisation).values({ id, name }))
  return { id, name }
}

export async function renameOrganisation(office: Office, id: string, name: string): Promise<void> {
  await office.update(organisation).set({ name }).where(eq(organisation.id, id))
}

/** How many pulses a person is sent at most in a quarter, over all programmes. */
export async function pulsesAQuarter(office: Office, organisationId: string): Promise<number> {
  const [row] = await office
    .select({ limit: organisation.pulsesAQuarter })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  if (!row) throw new Error('there is no such organisation')
  return row.limit
}

export async function setPulsesAQuarter(
  office: Office,
  organisationId: string,
  limit: number,
): Promise<void> {
  await office.update(organisation).set({ pulsesAQuarter: limit }).where(eq(organisation.id, organisationId))
}

/** All organisations, by name: for whoever runs the installation, never for a page. */
export async function listOrganisations(office: Office): Promise<OrganisationRow[]> {
  const found = await forEachOrganisation(office, (id) => findOrganisation(office, id))
  return found.flatMap((row) => row ?? [])
}

export async function findOrganisation(office: Office, id: string): Promise<OrganisationRow | null> {
  const [row] = await office
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(eq(organisation.id, id))
  return row ?? null
}

/** The tree as it is today, parents before children, siblings by name. */
export async function listUnits(office: Pick<Office, 'select'>, organisationId: string): Promise<UnitRow[]> {
  const rows = await office
    .select({ id: unit.id, parent: unit.parent, name: unit.name })
    .from(unit)
    .where(eq(unit.organisation, organisationId))
    .orderBy(asc(unit.name), asc(unit.id))
  const children = new Map<string | null, UnitRow[]>()
  for (const row of rows) children.set(row.parent, [...(children.get(row.parent) ?? []), row])
  const inOrder: UnitRow[] = []
  const open = [...(children.get(null) ?? [])].reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    inOrder.push(next)
    open.push(...[...(children.get(next.id) ?? [])].reverse())
  }
  return inOrder
}

/** How many people belong to each unit itself; units without anybody are left out. */
export async function countPeopleByUnit(
  office: Office,
  organisationId: string,
): Promise<Map<string, number>> {
  const rows = await office
    .select({ unit: person.unit, people: count() })
    .from(person)
    .where(and(eq(person.organisation, organisationId), isNull(person.eraseOn)))
    .groupBy(person.unit)
  return new Map(rows.map((row) => [row.unit, row.people]))
}

/** Everybody who belongs to the organisation, with the unit the person belongs to, the person's categories by cut, and how the person answers. */
export async function listMembership(
  office: Office,
  organisationId: string,
): Promise<{ person: string; unit: string; cuts: Record<string, string>; channel: 'online' | 'paper' }[]> {
  return office
    .select({ person: person.id, unit: person.unit, cuts: person.cuts, channel: person.channel })
    .from(person)
    .where(and(eq(person.organisation, organisationId), isNull(person.eraseOn)))
}
