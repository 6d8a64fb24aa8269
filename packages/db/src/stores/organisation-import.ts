import { randomUUID } from 'node:crypto'
import { err, ok, type Result } from '@chorus/basics/result'
import type { UnitChange } from '@chorus/contracts/organisation-import'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Office } from '../database.ts'
import { person, unit, unitLead } from '../schema/organisation.ts'
import { pendingImport, unitChange } from '../schema/people.ts'
import { hrScope } from '../schema/rights.ts'
import { oneChangeAtATime } from './change-roster.ts'
import { letLeave } from './leavers.ts'
import { rememberBefore, rowsBefore } from './organisation-before.ts'
import type { UnitRow } from './organisations.ts'
import { type PersonToImport, type Roster, type RosterPerson, readRoster } from './roster.ts'

export type ImportCounts = {
  readonly units: number
  readonly people: number
  readonly joined: number
  readonly left: number
  readonly moved: number
}

/** How an organisation is to be. */
export type ToImport = {
  /** Parents before children, one root. */
  readonly units: readonly UnitRow[]
  readonly people: readonly PersonToImport[]
  /** What became of units, to be noted. */
  readonly history: readonly UnitChange[]
  /** Somebody on the roster whom the list knows by another external id. Undoing the import leaves the new one. */
  readonly renumbered?: Renumbered | null
}

export type Renumbered = { readonly id: string; readonly externalId: string }

export type ImportMoment = {
  readonly now: Date
  /** Of the organisation that whoever confirmed was shown; null imports whatever it is. */
  readonly fingerprint: string | null
  /** Until when it can be undone; null: not at all. */
  readonly undoUntil: Date | null
  /** Told how many people are written; what it throws takes everything back. */
  readonly onProgress?: (written: number, of: number) => void
  /** Writes into the trail, in the same transaction. */
  readonly note?: (tx: Pick<Office, 'insert'>, done: ImportCounts) => Promise<void>
}

type Transaction = Pick<Office, 'select' | 'insert' | 'update' | 'delete' | 'execute'>

const batchSize = 4000

/**
 * Makes the organisation exactly what the lists say, in one transaction: people who are not listed leave, the others keep their
 * identity by their external id, also when they left and were not erased yet. Only rows that differ are written. Open waves keep
 * the roster they were opened with.
 */
export async function applyImport(
  office: Pick<Office, 'transaction'>,
  organisationId: string,
  wanted: ToImport,
  moment: ImportMoment,
): Promise<Result<ImportCounts, { code: 'organisation-changed' }>> {
  return office.transaction(async (tx) => {
    await oneChangeAtATime(tx, organisationId)
    const found = await readRoster(tx, organisationId)
    if (moment.fingerprint !== null && found.fingerprint !== moment.fingerprint)
      return err({ code: 'organisation-changed' })
    const roster = { ...found, people: renumber(found.people, wanted.renumbered ?? null) }
    if (wanted.renumbered)
      await tx
        .update(person)
        .set({ externalId: wanted.renumbered.externalId })
        .where(and(eq(person.organisation, organisationId), eq(person.id, wanted.renumbered.id)))
    const before = new Map(roster.people.map((one) => [one.externalId, one]))
    const staying = new Set(wanted.people.map((one) => one.externalId))
    const leavers = roster.people.filter((one) => !staying.has(one.externalId))
    const changed = wanted.people.filter((one) => !sameRow(before.get(one.externalId), one))
    const remaining = wanted.units.map(({ id }) => id)
    const kept =
      moment.undoUntil &&
      (await rowsBefore(tx, organisationId, {
        people: [...leavers, ...changed].map((one) => one.externalId),
        remaining,
      }))

    await writeUnits(tx, organisationId, wanted.units)
    await letLeave(
      tx,
      organisationId,
      leavers.map(({ id }) => id),
      moment.now.toISOString().slice(0, 'yyyy-mm-dd'.length),
    )
    const ids = new Map(roster.people.map((one) => [one.externalId, one.id]))
    await freeAddresses(
      tx,
      organisationId,
      changed.flatMap((one) => {
        const old = before.get(one.externalId)
        return old && old.email !== one.email ? [old.id] : []
      }),
    )
    const added: string[] = []
    let written = 0
    for (const rows of batches(changed)) {
      for (const row of await writePeople(tx, organisationId, rows)) {
        ids.set(row.externalId, row.id)
        if (row.added) added.push(row.id)
      }
      written += rows.length
      moment.onProgress?.(written, changed.length)
    }
    await writeLeads(tx, organisationId, wanted.people, ids, roster)
    await writeScopes(tx, organisationId, wanted.people, ids)
    await closeUnits(tx, organisationId, remaining)
    const unitChanges = await noteUnitChanges(
      tx,
      organisationId,
      wanted.history,
      moment.now.toISOString().slice(0, 'yyyy-mm-dd'.length),
    )
    if (kept && moment.undoUntil)
      await rememberBefore(tx, organisationId, { ...kept, added, unitChanges }, moment.undoUntil)
    await tx.delete(pendingImport).where(eq(pendingImport.organisation, organisationId))
    const done: ImportCounts = {
      units: wanted.units.length,
      people: wanted.people.length,
      joined: wanted.people.filter((one) => !before.has(one.externalId)).length,
      left: leavers.length,
      moved: wanted.people.filter((one) => (before.get(one.externalId)?.unit ?? one.unit) !== one.unit)
        .length,
    }
    await moment.note?.(tx, done)
    // The last moment in which it can be taken back.
    moment.onProgress?.(changed.length, changed.length)
    return ok(done)
  })
}

/** The same people, one of them under another external id. */
export function renumber(
  people: readonly RosterPerson[],
  renumbered: Renumbered | null,
): readonly RosterPerson[] {
  if (renumbered === null) return people
  const { id, externalId } = renumbered
  return people.map((one) => (one.id === id ? { ...one, externalId } : one))
}

/** Notes what became of units. @param day ISO date (UTC) @returns the ids of the notes */
export async function noteUnitChanges(
  tx: Pick<Office, 'insert'>,
  organisationId: string,
  changes: readonly UnitChange[],
  day: string,
): Promise<string[]> {
  const rows = changes.map((change) => ({ organisation: organisationId, id: randomUUID(), day, ...change }))
  if (rows.length > 0) await tx.insert(unitChange).values(rows)
  return rows.map(({ id }) => id)
}

async function writeUnits(tx: Transaction, organisationId: string, units: readonly UnitRow[]): Promise<void> {
  for (const rows of batches(units))
    await tx.execute(sql`
      INSERT INTO ${unit} (organisation, id, parent, name)
      SELECT ${organisationId}, id, parent, name
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, parent text, name text)
      ON CONFLICT (organisation, id) DO UPDATE SET parent = excluded.parent, name = excluded.name`)
}

/** Two people may swap addresses: those that change are free before any is set. */
async function freeAddresses(tx: Transaction, organisationId: string, people: readonly string[]) {
  await tx
    .update(person)
    .set({ email: sql`id || '@moving.invalid'` })
    .where(
      and(
        eq(person.organisation, organisationId),
        sql`${person.id} = ANY(${sql.param([...people])}::uuid[])`,
      ),
    )
}

/** One parameter for each batch: to write out every value would take longer than PostgreSQL does. */
async function writePeople(tx: Transaction, organisationId: string, rows: readonly PersonToImport[]) {
  const written = await tx.execute<{ id: string; externalId: string; added: boolean }>(sql`
    INSERT INTO ${person} (organisation, external_id, name, email, unit, role, language, cuts, channel, zone)
    SELECT ${organisationId}, "externalId", name, email, unit, role, language, cuts, channel, zone
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("externalId" text, name text, email text, unit text,
      role text, language text, cuts jsonb, channel text, zone text)
    ON CONFLICT (organisation, external_id) DO UPDATE SET name = excluded.name, email = excluded.email,
      unit = excluded.unit, role = excluded.role, language = excluded.language, cuts = excluded.cuts,
      channel = excluded.channel, zone = excluded.zone, erase_on = NULL
    RETURNING id, external_id AS "externalId", xmax = 0 AS added`)
  return written.rows
}

async function writeLeads(
  tx: Transaction,
  organisationId: string,
  people: readonly PersonToImport[],
  ids: ReadonlyMap<string, string>,
  roster: Roster,
): Promise<void> {
  const leads = people.flatMap(({ externalId, leads: led }) =>
    led.map((unitId) => ({ organisation: organisationId, unit: unitId, person: ids.get(externalId) ?? '' })),
  )
  const wanted = new Set(leads.map((one) => `${one.person} ${one.unit}`))
  const there = new Set(roster.people.flatMap((one) => one.leads.map((led) => `${one.id} ${led}`)))
  if (wanted.size === there.size && [...wanted].every((one) => there.has(one))) return
  await tx.delete(unitLead).where(eq(unitLead.organisation, organisationId))
  for (const rows of batches(leads)) await tx.insert(unitLead).values(rows)
}

/** A file that says nothing of parts leaves them: HR of a part does not become HR of the whole by a column that is missing. */
async function writeScopes(
  tx: Transaction,
  organisationId: string,
  people: readonly PersonToImport[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  if (people.every(({ hrUnits }) => hrUnits === null)) return
  await tx.delete(hrScope).where(eq(hrScope.organisation, organisationId))
  const scopes = people.flatMap(({ externalId, hrUnits }) =>
    (hrUnits ?? []).map((unitId) => ({
      organisation: organisationId,
      person: ids.get(externalId) ?? '',
      unit: unitId,
    })),
  )
  for (const rows of batches(scopes)) await tx.insert(hrScope).values(rows)
}

async function closeUnits(tx: Transaction, organisationId: string, remaining: readonly string[]) {
  const [root] = remaining
  // As one value: a statement takes 65,535 of them.
  const isGone = (id: AnyPgColumn) => sql`${id} <> ALL(${sql.param([...remaining])}::text[])`
  // Whoever left a unit that goes, too, waits for the day of erasing at the root.
  if (root !== undefined)
    await tx
      .update(person)
      .set({ unit: root })
      .where(and(eq(person.organisation, organisationId), isNotNull(person.eraseOn), isGone(person.unit)))
  await tx.delete(unit).where(and(eq(unit.organisation, organisationId), isGone(unit.id)))
}

function sameRow(before: RosterPerson | undefined, now: PersonToImport): boolean {
  return (
    before !== undefined &&
    before.name === now.name &&
    before.email === now.email &&
    before.unit === now.unit &&
    before.role === now.role &&
    before.language === now.language &&
    before.channel === now.channel &&
    before.zone === now.zone &&
    sameCuts(before.cuts, now.cuts)
  )
}

/** Whatever order they stand in. */
export function sameCuts(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}

function batches<T>(rows: readonly T[]): T[][] {
  const result: T[][] = []
  for (let start = 0; start < rows.length; start += batchSize)
    result.push(rows.slice(start, start + batchSize))
  return result
}
