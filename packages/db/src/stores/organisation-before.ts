import { err, ok, type Result } from '@chorus/basics/result'
import { and, eq, gt, lte, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person, unit } from '../schema/organisation.ts'
import { type OrganisationBefore, organisationBefore, pendingImport } from '../schema/people.ts'
import { oneChangeAtATime } from './change-roster.ts'
import { readRoster } from './roster.ts'
import { forgetLeavers } from './session-pages.ts'

type Transaction = Pick<Office, 'select' | 'insert' | 'update' | 'delete' | 'execute'>
type Rows = Omit<OrganisationBefore, 'added' | 'unitChanges'>

/** Whole rows that an import is about to change. */
export async function rowsBefore(
  tx: Transaction,
  organisationId: string,
  touched: { readonly people: readonly string[]; readonly remaining: readonly string[] },
): Promise<Rows> {
  const rowsOf = async (query: ReturnType<typeof sql>) =>
    (await tx.execute<{ row: Record<string, unknown> }>(query)).rows.map(({ row }) => row)
  const remaining = sql`ANY(${sql.param([...touched.remaining])}::text[])`
  return {
    units: await rowsOf(sql`SELECT to_jsonb(u) AS row FROM unit u WHERE organisation = ${organisationId}`),
    leads: await rowsOf(
      sql`SELECT to_jsonb(l) AS row FROM unit_lead l WHERE organisation = ${organisationId}`,
    ),
    scopes: await rowsOf(
      sql`SELECT to_jsonb(s) AS row FROM hr_scope s WHERE organisation = ${organisationId}`,
    ),
    people: await rowsOf(sql`SELECT to_jsonb(p) AS row FROM person p
      WHERE organisation = ${organisationId} AND external_id = ANY(${sql.param([...touched.people])}::text[])`),
    actions: await rowsOf(sql`SELECT to_jsonb(a) AS row FROM action a
      WHERE organisation = ${organisationId} AND NOT unit = ${remaining}`),
  }
}

/** Replaces what an earlier import left. Runs after all changes of the import, in its transaction. */
export async function rememberBefore(
  tx: Transaction,
  organisationId: string,
  before: OrganisationBefore,
  eraseAt: Date,
): Promise<void> {
  const { fingerprint } = await readRoster(tx, organisationId)
  await tx.delete(organisationBefore).where(eq(organisationBefore.organisation, organisationId))
  await tx.insert(organisationBefore).values({ organisation: organisationId, eraseAt, fingerprint, before })
}

/** Until when the last import can be undone; null when it cannot. */
export async function undoableUntil(office: Office, organisationId: string, now: Date): Promise<Date | null> {
  const [row] = await office
    .select({ eraseAt: organisationBefore.eraseAt })
    .from(organisationBefore)
    .where(thatLasts(organisationId, now))
  return row?.eraseAt ?? null
}

/**
 * Makes units, people, leads and parts of HR what they were before the last import, once. Whoever the import added goes with all that was theirs; open waves
 * keep their roster. Refused when somebody was changed since: that change would be lost.
 * @param note writes into the trail, in the same transaction
 */
export async function undoImport(
  office: Office,
  organisationId: string,
  now: Date,
  note?: (tx: Pick<Office, 'insert'>, done: { people: number }) => Promise<void>,
): Promise<Result<{ people: number }, { code: 'nothing-to-undo' | 'organisation-changed' }>> {
  return office.transaction(async (tx) => {
    await oneChangeAtATime(tx, organisationId)
    const [row] = await tx.select().from(organisationBefore).where(thatLasts(organisationId, now))
    if (!row) return err({ code: 'nothing-to-undo' })
    if ((await readRoster(tx, organisationId)).fingerprint !== row.fingerprint)
      return err({ code: 'organisation-changed' })
    const { before } = row
    await tx.execute(
      sql`DELETE FROM unit_change WHERE organisation = ${organisationId} AND id = ANY(${sql.param([...before.unitChanges])}::uuid[])`,
    )
    await tx.execute(sql`
      INSERT INTO unit SELECT * FROM jsonb_populate_recordset(NULL::unit, ${json(before.units)})
      ON CONFLICT (organisation, id) DO UPDATE SET parent = excluded.parent, name = excluded.name`)
    await tx
      .delete(person)
      .where(
        and(
          eq(person.organisation, organisationId),
          sql`${person.id} = ANY(${sql.param([...before.added])}::uuid[])`,
        ),
      )
    const restored = sql`jsonb_populate_recordset(NULL::person, ${json(before.people)})`
    // Addresses may have been swapped: all are free before any is set.
    await tx.execute(sql`UPDATE person SET email = person.id || '@moving.invalid' FROM ${restored} AS r
      WHERE person.organisation = r.organisation AND person.id = r.id`)
    await tx.execute(sql`INSERT INTO person SELECT * FROM ${restored}
      ON CONFLICT (organisation, id) DO UPDATE SET name = excluded.name, email = excluded.email, unit = excluded.unit,
        role = excluded.role, language = excluded.language, cuts = excluded.cuts, channel = excluded.channel, zone = excluded.zone,
        erase_on = excluded.erase_on`)
    await tx.execute(sql`DELETE FROM unit_lead WHERE organisation = ${organisationId}`)
    await tx.execute(
      sql`INSERT INTO unit_lead SELECT * FROM jsonb_populate_recordset(NULL::unit_lead, ${json(before.leads)})`,
    )
    if (before.scopes) {
      await tx.execute(sql`DELETE FROM hr_scope WHERE organisation = ${organisationId}`)
      await tx.execute(
        sql`INSERT INTO hr_scope SELECT s.* FROM jsonb_populate_recordset(NULL::hr_scope, ${json(before.scopes)}) s
          JOIN person p ON p.organisation = s.organisation AND p.id = s.person`,
      )
    }
    await tx.execute(sql`INSERT INTO action SELECT a.* FROM jsonb_populate_recordset(NULL::action, ${json(before.actions)}) a
      ON CONFLICT DO NOTHING`)
    const ids = sql`SELECT id FROM jsonb_populate_recordset(NULL::unit, ${json(before.units)})`
    await tx.execute(sql`UPDATE person SET unit = ${rootOf(before)}
      WHERE organisation = ${organisationId} AND erase_on IS NOT NULL AND unit NOT IN (${ids})`)
    await tx.delete(unit).where(and(eq(unit.organisation, organisationId), sql`${unit.id} NOT IN (${ids})`))
    await tx.delete(organisationBefore).where(eq(organisationBefore.organisation, organisationId))
    await tx.delete(pendingImport).where(eq(pendingImport.organisation, organisationId))
    await forgetLeavers(tx, organisationId)
    const done = { people: before.people.length + before.added.length }
    await note?.(tx, done)
    return ok(done)
  })
}

/** Erases what no import can be undone by any more, and files that nobody confirmed; to be called once a day. */
export async function forgetOldImports(office: Office, organisationId: string, now: Date): Promise<void> {
  for (const table of [organisationBefore, pendingImport])
    await office.delete(table).where(and(eq(table.organisation, organisationId), lte(table.eraseAt, now)))
}

function thatLasts(organisationId: string, now: Date) {
  return and(eq(organisationBefore.organisation, organisationId), gt(organisationBefore.eraseAt, now))
}

function json(rows: readonly Readonly<Record<string, unknown>>[]) {
  return sql`${JSON.stringify(rows)}::jsonb`
}

function rootOf(before: OrganisationBefore): string {
  const root = before.units.find(({ parent }) => parent === null)?.id
  return typeof root === 'string' ? root : ''
}
