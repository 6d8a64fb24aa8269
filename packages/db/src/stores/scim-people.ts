import { randomUUID } from 'node:crypto'
import { present } from '@chorus/basics/assert'
import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person, unit } from '../schema/organisation.ts'
import { scimMoved, scimUser } from '../schema/scim.ts'
import type { RosterTransaction } from './change-roster.ts'
import {
  fieldsIn,
  type ScimCondition,
  type ScimField,
  scimField,
  scimFields,
  whereScim,
} from './scim-condition.ts'

/** A person as an identity provider sees one: those who belong here, and those it keeps although they left. */
export type ScimPerson = ScimSaid & {
  readonly id: string
  readonly active: boolean
  readonly unit: string
  readonly unitName: string
}

/** What an identity provider may say of a person. */
export type ScimSaid = {
  /** Null: the identity provider gave none. */
  readonly externalId: string | null
  readonly userName: string
  readonly name: string
  readonly givenName: string | null
  readonly familyName: string | null
  /** Lower case. */
  readonly email: string
  readonly language: string
  /** IANA name; null: the organisation's. */
  readonly zone: string | null
  readonly cuts: Readonly<Record<string, string>>
}

export async function listScimPeople(
  tx: Pick<Office, 'select'>,
  organisationId: string,
  asked: {
    readonly condition: ScimCondition
    readonly sort: { readonly field: ScimField; readonly descending: boolean } | null
    readonly skip: number
    readonly take: number
  },
): Promise<{ total: number; people: ScimPerson[] }> {
  const where = and(visibleIn(organisationId), whereScim(organisationId, asked.condition))
  const fields = [...fieldsIn(asked.condition), ...(asked.sort ? [asked.sort.field] : [])]
  const [count] = await joined(tx, { total: sql<number>`count(*)::int` }, fields).where(where)
  if (asked.take === 0) return { total: count?.total ?? 0, people: [] }
  const sort = asked.sort && scimField(asked.sort.field)
  const order = sort
    ? [asked.sort?.descending ? sql`lower(${sort}) DESC NULLS LAST` : sql`lower(${sort}) NULLS LAST`]
    : []
  // Which people stand on the page is found without what is shown of them: the last page of 100,000 skips all the others.
  const onPage = joined(tx, { id: person.id }, fields)
    .where(where)
    .orderBy(...order, person.id)
    .offset(asked.skip)
    .limit(asked.take)
  const people = await tx
    .select(shown)
    .from(person)
    .innerJoin(unit, belongs)
    .leftJoin(scimUser, keeps)
    .where(and(eq(person.organisation, organisationId), inArray(person.id, onPage)))
    .orderBy(...order, person.id)
  return { total: count?.total ?? 0, people }
}

/** People, with the tables that these fields need and no others. */
function joined<T extends Record<string, SQL<number> | typeof person.id>>(
  tx: Pick<Office, 'select'>,
  columns: T,
  fields: readonly ScimField[],
) {
  const query = tx.select(columns).from(person).$dynamic()
  if (fields.includes('unitName')) query.innerJoin(unit, belongs)
  if (fields.some((field) => field === 'userName' || field === 'givenName' || field === 'familyName'))
    query.leftJoin(scimUser, keeps)
  return query
}

export async function findScimPerson(
  tx: Pick<Office, 'select'>,
  organisationId: string,
  id: string,
): Promise<ScimPerson | null> {
  const [row] = await tx
    .select(shown)
    .from(person)
    .innerJoin(unit, belongs)
    .leftJoin(scimUser, keeps)
    .where(and(visibleIn(organisationId), eq(person.id, id)))
  return row ?? null
}

/** What has to be known before somebody new is written, asked at once: changes of the roster wait for each other. */
export async function beforeNewcomer(
  tx: Pick<Office, 'execute'>,
  organisationId: string,
  { userName, externalId }: Pick<ScimSaid, 'userName' | 'externalId'>,
): Promise<{
  taken: boolean
  /** Somebody with that id who left, and whom no identity provider keeps any more. */
  leaver: string | null
  /** Null: the organisation has no unit yet. */
  root: { id: string; name: string } | null
}> {
  const { rows } = await tx.execute<{
    taken: boolean
    leaver: string | null
    root: { id: string; name: string } | null
  }>(sql`
    SELECT
      EXISTS (SELECT FROM ${person} WHERE ${and(visibleIn(organisationId), whereScim(organisationId, named(userName)))}) AS taken,
      (SELECT p.id FROM ${person} p WHERE p.organisation = ${organisationId} AND p.external_id = ${externalId} AND p.erase_on IS NOT NULL
        AND NOT EXISTS (SELECT FROM ${scimUser} s WHERE s.organisation = p.organisation AND s.person = p.id)) AS leaver,
      (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM ${unit} u
        WHERE u.organisation = ${organisationId} AND u.parent IS NULL) AS root`)
  return present(rows[0], 'the one row of a question')
}

/** Whether somebody else is known by this name already, be it as the address of somebody no identity provider keeps. */
export async function isUserNameTaken(
  tx: Pick<Office, 'select'>,
  organisationId: string,
  userName: string,
  except: string | null,
): Promise<boolean> {
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(visibleIn(organisationId), whereScim(organisationId, named(userName))))
  return rows.some(({ id }) => id !== except)
}

/** Makes the person, or makes one what is said; whether one belongs here stays as it is. @param id of a person that there is; null: a new one */
export async function writeScimPerson(
  tx: RosterTransaction,
  organisationId: string,
  id: string | null,
  said: ScimSaid & { readonly unit: string },
): Promise<string> {
  const { userName, givenName, familyName, externalId, ...row } = said
  const key = id ?? randomUUID()
  if (id === null)
    await tx.insert(person).values({
      ...row,
      organisation: organisationId,
      id: key,
      role: 'employee',
      externalId: externalId ?? key,
    })
  else
    await tx
      .update(person)
      .set({ ...row, externalId: externalId ?? key })
      .where(isPerson(organisationId, key))
  const names = { userName, givenName, familyName }
  await tx
    .insert(scimUser)
    .values({ organisation: organisationId, person: key, ...names })
    .onConflictDoUpdate({ target: [scimUser.organisation, scimUser.person], set: names })
  return key
}

/** Somebody who left, and was not erased yet, belongs here again. */
export async function bringBack(tx: RosterTransaction, organisationId: string, id: string): Promise<void> {
  await tx.update(person).set({ eraseOn: null }).where(isPerson(organisationId, id))
}

/** From now on no identity provider keeps this person. */
export async function releaseScimPerson(
  tx: RosterTransaction,
  organisationId: string,
  id: string,
): Promise<void> {
  await tx.delete(scimUser).where(and(eq(scimUser.organisation, organisationId), eq(scimUser.person, id)))
}

/** Moves people, who belong here, to another unit; in which one the day found them is kept. @returns how many were elsewhere before */
export async function movePeople(
  tx: RosterTransaction,
  organisationId: string,
  people: readonly string[],
  to: string,
): Promise<number> {
  if (people.length === 0) return 0
  const movers = and(
    eq(person.organisation, organisationId),
    inArray(person.id, [...people]),
    sql`${person.unit} <> ${to}`,
  )
  await tx
    .insert(scimMoved)
    .select(
      tx
        .select({ organisation: person.organisation, person: person.id, unit: person.unit })
        .from(person)
        .where(movers),
    )
    .onConflictDoNothing()
  const { rowCount } = await tx.update(person).set({ unit: to }).where(movers)
  return rowCount ?? 0
}

const keeps = and(eq(scimUser.organisation, person.organisation), eq(scimUser.person, person.id))

const belongs = and(eq(unit.organisation, person.organisation), eq(unit.id, person.unit))

const shown = {
  id: person.id,
  externalId: sql<string | null>`${scimFields.externalId}`,
  userName: sql<string>`${scimFields.userName}`,
  name: person.name,
  givenName: scimUser.givenName,
  familyName: scimUser.familyName,
  email: person.email,
  language: person.language,
  zone: person.zone,
  cuts: person.cuts,
  active: sql<boolean>`${person.eraseOn} IS NULL`,
  unit: person.unit,
  unitName: unit.name,
}

function named(userName: string): ScimCondition {
  return { kind: 'compare', field: 'userName', operator: 'eq', value: userName, exact: false }
}

/** Whoever belongs here, and whoever left and is still kept by an identity provider. */
function visibleIn(organisationId: string): SQL | undefined {
  const kept = sql`EXISTS (SELECT FROM scim_user s WHERE s.organisation = ${person.organisation} AND s.person = ${person.id})`
  return and(eq(person.organisation, organisationId), or(isNull(person.eraseOn), kept))
}

function isPerson(organisationId: string, id: string): SQL | undefined {
  return and(eq(person.organisation, organisationId), eq(person.id, id))
}
