import { type SQL, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person, unit, unitLead } from '../schema/organisation.ts'

/** Everybody in a unit and below it, and who leads it: whom its affairs concern. */
export async function listUnitPeople(office: Office, organisation: string, of: string): Promise<string[]> {
  const { rows } = await office.execute<{ id: string }>(peopleOf(organisation, of))
  return rows.map(({ id }) => id)
}

export async function countUnitPeople(office: Office, organisation: string, of: string): Promise<number> {
  const { rows } = await office.execute<{ people: number }>(
    sql`SELECT count(*)::int AS people FROM (${peopleOf(organisation, of)}) AS asked`,
  )
  return rows[0]?.people ?? 0
}

/** Who leads a unit itself. */
export async function listUnitLeads(office: Office, organisation: string, of: string): Promise<string[]> {
  const { rows } = await office.execute<{ person: string }>(
    sql`SELECT person FROM ${unitLead} WHERE organisation = ${organisation} AND unit = ${of}`,
  )
  return rows.map(({ person: lead }) => lead)
}

function peopleOf(organisation: string, of: string): SQL {
  return sql`
    WITH RECURSIVE below AS (
      SELECT id FROM ${unit} WHERE organisation = ${organisation} AND id = ${of}
      UNION
      SELECT u.id FROM ${unit} AS u JOIN below ON u.organisation = ${organisation} AND u.parent = below.id
    )
    SELECT p.id FROM ${person} AS p
    WHERE p.organisation = ${organisation} AND p.erase_on IS NULL
      AND (p.unit IN (SELECT id FROM below)
        OR p.id IN (SELECT l.person FROM ${unitLead} AS l WHERE l.organisation = ${organisation} AND l.unit = ${of}))`
}
