import { present } from '@chorus/basics/assert'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { action } from '../schema/actions.ts'
import { organisation, person, unit } from '../schema/organisation.ts'
import { scimUnit } from '../schema/scim.ts'
import type { RosterTransaction } from './change-roster.ts'

/** A unit as an identity provider sees one. */
export type ScimUnit = {
  readonly id: string
  readonly parent: string | null
  readonly name: string
  readonly externalId: string | null
}

export type UnitMember = { readonly unit: string; readonly id: string; readonly name: string }

/** All units, by id. */
export async function listScimUnits(tx: Pick<Office, 'select'>, organisationId: string): Promise<ScimUnit[]> {
  return tx
    .select(shown)
    .from(unit)
    .leftJoin(scimUnit, keeps)
    .where(eq(unit.organisation, organisationId))
    .orderBy(unit.id)
}

/** The people of these units themselves, who belong here. */
export async function listUnitPeople(
  tx: Pick<Office, 'select'>,
  organisationId: string,
  units: readonly string[],
): Promise<UnitMember[]> {
  if (units.length === 0) return []
  return tx
    .select({ unit: person.unit, id: person.id, name: person.name })
    .from(person)
    .where(
      and(eq(person.organisation, organisationId), inArray(person.unit, [...units]), isNull(person.eraseOn)),
    )
    .orderBy(person.id)
}

/** The units of people, whether or not they left. */
export async function unitsOfPeople(
  tx: Pick<Office, 'select'>,
  organisationId: string,
  people: readonly string[],
): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const rows = await tx
    .select({ id: person.id, unit: person.unit })
    .from(person)
    .where(and(eq(person.organisation, organisationId), inArray(person.id, [...people])))
  return new Map(rows.map(({ id, unit }) => [id, unit]))
}

/** The id of the one unit without a parent; an organisation that has no unit yet gets one with its own name. */
export async function rootUnit(tx: RosterTransaction, organisationId: string): Promise<string> {
  const [root] = await tx
    .select({ id: unit.id })
    .from(unit)
    .where(and(eq(unit.organisation, organisationId), isNull(unit.parent)))
  if (root) return root.id
  const [row] = await tx
    .select({ name: organisation.name })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  const { name } = present(row, 'the organisation of a unit')
  return addUnit(tx, organisationId, { name, parent: null })
}

/** @returns its id, a random one */
export async function addUnit(
  tx: RosterTransaction,
  organisationId: string,
  { name, parent }: { readonly name: string; readonly parent: string | null },
): Promise<string> {
  const [made] = await tx
    .insert(unit)
    .values({ organisation: organisationId, id: sql`gen_random_uuid()`, name, parent })
    .returning({ id: unit.id })
  return present(made, 'the row of an insert').id
}

export async function changeUnit(
  tx: RosterTransaction,
  organisationId: string,
  id: string,
  change: { readonly name?: string; readonly parent?: string },
): Promise<void> {
  await tx
    .update(unit)
    .set(change)
    .where(and(eq(unit.organisation, organisationId), eq(unit.id, id)))
}

/** Notes that an identity provider keeps this unit, and its id there. */
export async function keepScimUnit(
  tx: RosterTransaction,
  organisationId: string,
  id: string,
  externalId: string | null,
): Promise<void> {
  await tx
    .insert(scimUnit)
    .values({ organisation: organisationId, unit: id, externalId })
    .onConflictDoUpdate({ target: [scimUnit.organisation, scimUnit.unit], set: { externalId } })
}

export async function isKeptByScim(
  tx: Pick<Office, 'select'>,
  organisationId: string,
  id: string,
): Promise<boolean> {
  const rows = await tx
    .select({ unit: scimUnit.unit })
    .from(scimUnit)
    .where(and(eq(scimUnit.organisation, organisationId), eq(scimUnit.unit, id)))
  return rows.length > 0
}

/**
 * Takes a unit away to which nobody belongs and below which there is none. Whoever left it waits for the day of erasing at another, and
 * its actions go on there.
 */
export async function removeUnit(
  tx: RosterTransaction,
  organisationId: string,
  { id, heir }: { readonly id: string; readonly heir: string },
): Promise<void> {
  for (const table of [person, action])
    await tx
      .update(table)
      .set({ unit: heir })
      .where(and(eq(table.organisation, organisationId), eq(table.unit, id)))
  await tx.delete(unit).where(and(eq(unit.organisation, organisationId), eq(unit.id, id)))
}

const keeps = and(eq(scimUnit.organisation, unit.organisation), eq(scimUnit.unit, unit.id))

const shown = { id: unit.id, parent: unit.parent, name: unit.name, externalId: scimUnit.externalId }
