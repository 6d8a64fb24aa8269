import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { listUnits, type UnitRow } from './organisations.ts'

export type RosterRole = 'employee' | 'hr' | 'administrator' | 'auditor'

/** A person of the organisation without what identifies the row. */
export type PersonToImport = {
  readonly externalId: string
  readonly name: string
  readonly email: string
  readonly unit: string
  readonly role: RosterRole
  readonly language: string
  readonly cuts: Readonly<Record<string, string>>
  readonly channel: 'online' | 'paper'
  /** IANA name; null: the organisation's. */
  readonly zone: string | null
  /** Units that the person leads. */
  readonly leads: readonly string[]
  /** Units that somebody of HR works for, empty for the whole tree; null: as it is. */
  readonly hrUnits: readonly string[] | null
}

export type RosterPerson = PersonToImport & { readonly id: string }

/** An organisation as it is at one moment. */
export type Roster = {
  /** Parents before children. */
  readonly units: readonly UnitRow[]
  readonly people: readonly RosterPerson[]
  /** By their external id: who left and is not erased yet. */
  readonly leavers: ReadonlySet<string>
  /** SHA-256 of all this but the leavers: two that are alike were read from the same organisation. */
  readonly fingerprint: string
}

type Row = Omit<RosterPerson, 'leads' | 'hrUnits'> & { readonly left: boolean }

const pageSize = 5000

/** Reads page by page: a hundred thousand rows at once would hold up everybody else. */
export async function readRoster(
  office: Pick<Office, 'select' | 'execute'>,
  organisation: string,
): Promise<Roster> {
  const units = await listUnits(office, organisation)
  const led = await office.execute<{ unit: string; person: string }>(
    sql`SELECT unit, person FROM unit_lead WHERE organisation = ${organisation} ORDER BY unit, person`,
  )
  const leads = new Map<string, string[]>()
  for (const { unit, person } of led.rows) leads.set(person, [...(leads.get(person) ?? []), unit])
  const parts = await office.execute<{ unit: string; person: string }>(
    sql`SELECT s.unit, s.person FROM hr_scope s JOIN person p ON p.organisation = s.organisation AND p.id = s.person
      WHERE s.organisation = ${organisation} AND p.erase_on IS NULL ORDER BY s.unit, s.person`,
  )
  const hrUnits = new Map<string, string[]>()
  for (const { unit, person } of parts.rows) hrUnits.set(person, [...(hrUnits.get(person) ?? []), unit])
  const hash = createHash('sha256').update(JSON.stringify([units, led.rows, parts.rows]))
  const people: RosterPerson[] = []
  const leavers = new Set<string>()
  let after = ''
  for (;;) {
    const { rows } = await office.execute<Row>(sql`
      SELECT id, external_id AS "externalId", name, email, unit, role, language, cuts, channel, zone, erase_on IS NOT NULL AS left
      FROM person WHERE organisation = ${organisation} AND external_id > ${after}
      ORDER BY external_id LIMIT ${pageSize}`)
    for (const { left, ...row } of rows)
      if (left) leavers.add(row.externalId)
      else {
        hash.update(JSON.stringify(row))
        people.push({ ...row, leads: leads.get(row.id) ?? [], hrUnits: hrUnits.get(row.id) ?? [] })
      }
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) break
    after = last.externalId
  }
  return { units, people, leavers, fingerprint: hash.digest('hex') }
}
