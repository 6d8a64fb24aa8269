import { and, asc, count, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person, unit, unitLead } from '../schema/organisation.ts'
import { scimUser } from '../schema/scim.ts'
import type { RosterTransaction } from './change-roster.ts'
import { isHrOfWhole } from './roles.ts'

export type RosterRole = 'employee' | 'hr' | 'administrator' | 'auditor'

/** A person as HR writes one. */
export type PersonFields = {
  readonly externalId: string
  readonly name: string
  /** Lower case. */
  readonly email: string
  readonly unit: string
  readonly role: RosterRole
  readonly language: string
  readonly channel: 'online' | 'paper'
  readonly cuts: Readonly<Record<string, string>>
  /** Units that the person leads. */
  readonly leads: readonly string[]
}

export type ListedPerson = PersonFields & {
  readonly id: string
  readonly unitName: string
  /** The day (UTC) on which somebody who left is erased; null: belongs here. */
  readonly eraseOn: string | null
  /** An identity provider keeps this person. */
  readonly fromScim: boolean
}

type Reading = Pick<Office, 'select'>

/**
 * People by name.
 * @param asked `search`: part of a name, an address or an id; empty: everybody. `units`: only the people of these; null: of all
 */
export async function listPeople(
  tx: Reading,
  organisation: string,
  asked: {
    readonly search: string
    readonly units: readonly string[] | null
    readonly left: boolean
    readonly skip: number
    readonly take: number
  },
): Promise<{ total: number; people: ListedPerson[] }> {
  const where = and(
    eq(person.organisation, organisation),
    asked.left ? isNotNull(person.eraseOn) : isNull(person.eraseOn),
    asked.units === null ? undefined : inArray(person.unit, [...asked.units]),
    asked.search === ''
      ? undefined
      : sql`strpos(lower(${person.name} || ' ' || ${person.email} || ' ' || ${person.externalId}), lower(${asked.search})) > 0`,
  )
  const [all] = await tx.select({ total: count() }).from(person).where(where)
  const rows = await listed(tx, where)
    .orderBy(asc(person.name), asc(person.id))
    .offset(asked.skip)
    .limit(asked.take)
  return { total: all?.total ?? 0, people: await withLeads(tx, organisation, rows) }
}

export async function findPerson(
  tx: Reading,
  organisation: string,
  id: string,
): Promise<ListedPerson | null> {
  const rows = await listed(tx, and(eq(person.organisation, organisation), eq(person.id, id)))
  const [one] = await withLeads(tx, organisation, rows)
  return one ?? null
}

/** @param id null: somebody new. @returns the id of the person */
export async function writePerson(
  tx: RosterTransaction,
  organisation: string,
  id: string | null,
  { leads, ...fields }: PersonFields,
): Promise<string> {
  const [row] =
    id === null
      ? await tx
          .insert(person)
          .values({ organisation, ...fields })
          .returning({ id: person.id })
      : await tx
          .update(person)
          .set(fields)
          .where(and(eq(person.organisation, organisation), eq(person.id, id)))
          .returning({ id: person.id })
  if (!row) throw new Error('PostgreSQL returned no row for a person')
  await tx.delete(unitLead).where(and(eq(unitLead.organisation, organisation), eq(unitLead.person, row.id)))
  if (leads.length > 0)
    await tx.insert(unitLead).values(leads.map((unit) => ({ organisation, unit, person: row.id })))
  return row.id
}

/** Whether somebody else belongs here who has the role; HR of a part is not HR of the whole. */
export async function hasAnother(
  tx: Reading,
  organisation: string,
  role: RosterRole,
  except: string,
): Promise<boolean> {
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        eq(person.organisation, organisation),
        eq(person.role, role),
        isNull(person.eraseOn),
        ne(person.id, except),
        role === 'hr' ? isHrOfWhole : undefined,
      ),
    )
    .limit(1)
  return rows.length > 0
}

/** Everybody of one unit belongs to another from now on. @returns how many */
export async function moveEverybody(
  tx: RosterTransaction,
  organisation: string,
  from: string,
  to: string,
): Promise<number> {
  const { rowCount } = await tx
    .update(person)
    .set({ unit: to })
    .where(and(eq(person.organisation, organisation), eq(person.unit, from)))
  return rowCount ?? 0
}

function listed(tx: Reading, where: SQL | undefined) {
  return tx
    .select({
      id: person.id,
      externalId: person.externalId,
      name: person.name,
      email: person.email,
      unit: person.unit,
      unitName: unit.name,
      role: person.role,
      language: person.language,
      channel: person.channel,
      cuts: person.cuts,
      eraseOn: person.eraseOn,
      fromScim: sql<boolean>`${scimUser.person} IS NOT NULL`,
    })
    .from(person)
    .innerJoin(unit, and(eq(unit.organisation, person.organisation), eq(unit.id, person.unit)))
    .leftJoin(scimUser, and(eq(scimUser.organisation, person.organisation), eq(scimUser.person, person.id)))
    .where(where)
    .$dynamic()
}

async function withLeads(
  tx: Reading,
  organisation: string,
  rows: readonly Omit<ListedPerson, 'leads'>[],
): Promise<ListedPerson[]> {
  if (rows.length === 0) return []
  const led = await tx
    .select({ person: unitLead.person, unit: unitLead.unit })
    .from(unitLead)
    .where(
      and(
        eq(unitLead.organisation, organisation),
        inArray(
          unitLead.person,
          rows.map(({ id }) => id),
        ),
      ),
    )
  return rows.map((row) => ({
    ...row,
    leads: led.filter(({ person }) => person === row.id).map(({ unit }) => unit),
  }))
}
