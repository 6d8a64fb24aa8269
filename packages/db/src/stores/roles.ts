import { err, ok, type Result } from '@chorus/basics/result'
import { and, asc, count, eq, ilike, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { organisation, person, unit, unitLead } from '../schema/organisation.ts'
import { hrScope } from '../schema/rights.ts'
import { isAlsoAdministrator } from './founding.ts'
import type { NamedUnit } from './known-person.ts'

type RosterRole = (typeof person.$inferSelect)['role']

export async function countPeopleInRole(
  office: Pick<Office, 'select'>,
  organisationId: string,
  role: RosterRole,
): Promise<number> {
  const [row] = await office
    .select({ people: count() })
    .from(person)
    .where(and(belongsTo(organisationId), eq(person.role, role)))
  return row?.people ?? 0
}

/** Who works for HR and who watches over the rules, by the organisation's own id, and at which address each signs in. */
export async function listWatching(
  office: Office,
  organisationId: string,
): Promise<Map<string, { role: 'hr' | 'auditor'; email: string }>> {
  const rows = await office
    .select({ id: person.externalId, role: person.role, email: person.email })
    .from(person)
    .where(and(eq(person.organisation, organisationId), inArray(person.role, ['hr', 'auditor'])))
  return new Map(
    rows.flatMap(({ id, role, email }) =>
      role === 'hr' || role === 'auditor' ? [[id, { role, email }]] : [],
    ),
  )
}

/** Whether somebody's agreement counts: watches over the rules, where their changes need a second person. Nobody else gives them another address. */
export async function agreesToRules(
  tx: Pick<Office, 'select'>,
  organisationId: string,
  personId: string,
): Promise<boolean> {
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .innerJoin(organisation, eq(organisation.id, person.organisation))
    .where(
      and(
        eq(person.organisation, organisationId),
        eq(person.id, personId),
        eq(person.role, 'auditor'),
        organisation.secondPerson,
      ),
    )
  return rows.length > 0
}

type Rights = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly unit: string
  readonly role: RosterRole
  readonly alsoAdministrator: boolean
  readonly hrUnits: readonly NamedUnit[]
  readonly leads: readonly NamedUnit[]
}

/** Everybody who is more than an employee, by name. */
export async function listRights(office: Office, organisationId: string): Promise<Rights[]> {
  return rightsOf(office)
    .where(
      and(
        belongsTo(organisationId),
        sql`(${person.role} <> 'employee' OR EXISTS (
          SELECT FROM unit_lead l WHERE l.organisation = ${person.organisation} AND l.person = ${person.id}
        ))`,
      ),
    )
    .orderBy(asc(person.name), asc(person.id))
}

export async function findRights(
  office: Pick<Office, 'select'>,
  organisationId: string,
  id: string,
): Promise<Rights | null> {
  const [row] = await rightsOf(office).where(and(belongsTo(organisationId), eq(person.id, id)))
  return row ?? null
}

/**
 * Gives somebody a role that is not of those who watch, HR's part, and units to lead: all of it anew. The last HR of the whole and the last
 * administrator stay: nobody could give the rights back.
 */
export async function changeRights(
  office: Office,
  organisationId: string,
  id: string,
  rights: {
    readonly role: RosterRole
    readonly hrUnits: readonly string[]
    readonly leads: readonly string[]
  },
): Promise<Result<void, { code: 'unknown-person' | 'last-of-role' | 'unknown-unit' }>> {
  return office.transaction(async (tx) => {
    await tx.select().from(organisation).where(eq(organisation.id, organisationId)).for('update')
    const before = await findRights(tx, organisationId, id)
    if (!before) return err({ code: 'unknown-person' })
    const wanted = [...new Set([...rights.hrUnits, ...rights.leads])]
    const known = await tx
      .select({ id: unit.id })
      .from(unit)
      .where(and(eq(unit.organisation, organisationId), inArray(unit.id, wanted)))
    if (known.length < wanted.length) return err({ code: 'unknown-unit' })
    const [others] = await tx
      .select({
        hr: count(sql`CASE WHEN ${isHrOfWhole} THEN 1 END`),
        administrators: count(sql`CASE WHEN ${person.role} = 'administrator' THEN 1 END`),
      })
      .from(person)
      .where(and(belongsTo(organisationId), ne(person.id, id)))
    const staysHr = rights.role === 'hr' && rights.hrUnits.length === 0
    const wasHr = before.role === 'hr' && before.hrUnits.length === 0
    const ceases = before.role === 'administrator' && rights.role !== 'administrator'
    if ((wasHr && !staysHr && others?.hr === 0) || (ceases && others?.administrators === 0))
      return err({ code: 'last-of-role' })
    await tx
      .update(person)
      .set({ role: rights.role })
      .where(and(eq(person.organisation, organisationId), eq(person.id, id)))
    await tx.delete(hrScope).where(and(eq(hrScope.organisation, organisationId), eq(hrScope.person, id)))
    await tx.delete(unitLead).where(and(eq(unitLead.organisation, organisationId), eq(unitLead.person, id)))
    const rows = (units: readonly string[]) =>
      [...new Set(units)].map((one) => ({ organisation: organisationId, person: id, unit: one }))
    if (rights.role === 'hr' && rights.hrUnits.length > 0)
      await tx.insert(hrScope).values(rows(rights.hrUnits))
    if (rights.leads.length > 0) await tx.insert(unitLead).values(rows(rights.leads))
    return ok(undefined)
  })
}

/** To name somebody: at most twenty whose name or address has the words. */
export async function searchPeople(
  office: Office,
  organisationId: string,
  words: string,
): Promise<{ id: string; name: string; unit: string }[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return office
    .select({ id: person.id, name: person.name, unit: unit.name })
    .from(person)
    .innerJoin(unit, and(eq(unit.organisation, person.organisation), eq(unit.id, person.unit)))
    .where(and(belongsTo(organisationId), or(ilike(person.name, pattern), ilike(person.email, pattern))))
    .orderBy(asc(person.name), asc(person.id))
    .limit(20)
}

/** Whoever left keeps a role until the day of erasing, and has no rights by it. */
function belongsTo(organisationId: string) {
  return and(eq(person.organisation, organisationId), isNull(person.eraseOn))
}

/** Whether somebody else works for the whole organisation as HR. */
export async function hasOtherHrOfWhole(
  office: Office,
  organisationId: string,
  except: string,
): Promise<boolean> {
  const rows = await office
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        eq(person.organisation, organisationId),
        ne(person.id, except),
        isNull(person.eraseOn),
        isHrOfWhole,
      ),
    )
    .limit(1)
  return rows.length > 0
}

/** Of a row of `person`. */
// Written out: in a query of one table, drizzle names columns without it, and here they would be those of the inner one.
export const isHrOfWhole = sql`person.role = 'hr' AND NOT EXISTS (
  SELECT FROM hr_scope s WHERE s.organisation = person.organisation AND s.person = person.id
)`

function rightsOf(office: Pick<Office, 'select'>) {
  const unitsIn = (table: 'hr_scope' | 'unit_lead') => sql<NamedUnit[]>`(
    SELECT coalesce(json_agg(json_build_object('id', x.unit, 'name', coalesce(u.name, x.unit)) ORDER BY u.name), '[]')
    FROM ${sql.identifier(table)} x LEFT JOIN unit u ON u.organisation = x.organisation AND u.id = x.unit
    WHERE x.organisation = person.organisation AND x.person = person.id
  )`
  return office
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      unit: unit.name,
      role: person.role,
      alsoAdministrator: isAlsoAdministrator,
      hrUnits: unitsIn('hr_scope'),
      leads: unitsIn('unit_lead'),
    })
    .from(person)
    .innerJoin(unit, and(eq(unit.organisation, person.organisation), eq(unit.id, person.unit)))
}
