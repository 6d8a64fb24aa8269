import { and, eq, lt, or, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { delegation } from '../schema/rights.ts'
import { giverMay } from './further-rights.ts'
import type { NamedUnit } from './known-person.ts'

type Row = typeof delegation.$inferSelect
export type DelegationRow = Omit<Row, 'organisation' | 'units'> & {
  readonly giverName: string
  readonly standInName: string
  readonly units: readonly NamedUnit[]
}

/** Also forgets those of the same giver that have ended. @param today the organisation's day, as everywhere in here (ISO date) */
export async function addDelegation(office: Office, row: Omit<Row, 'id'>, today: string): Promise<string> {
  const { organisation, giver } = row
  await office
    .delete(delegation)
    .where(
      and(
        eq(delegation.organisation, organisation),
        eq(delegation.giver, giver),
        lt(delegation.untilDay, today),
      ),
    )
  const [written] = await office.insert(delegation).values(row).returning({ id: delegation.id })
  if (!written) throw new Error('PostgreSQL returned no row for an insert')
  return written.id
}

/** Those that have not ended, the first to begin first. @param of whose they are, either way; all for null */
export async function listDelegations(
  office: Office,
  organisation: string,
  of: string | null,
  today: string,
): Promise<DelegationRow[]> {
  return office
    .select({
      id: delegation.id,
      giver: delegation.giver,
      standIn: delegation.standIn,
      fromDay: delegation.fromDay,
      untilDay: delegation.untilDay,
      reason: delegation.reason,
      giverName: nameOf('giver'),
      standInName: nameOf('stand_in'),
      units: sql<NamedUnit[]>`(
        SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY u.name), '[]')
        FROM unit u WHERE u.organisation = delegation.organisation AND u.id = ANY (delegation.units)
      )`,
    })
    .from(delegation)
    .where(
      and(
        eq(delegation.organisation, organisation),
        of === null ? undefined : or(eq(delegation.giver, of), eq(delegation.standIn, of)),
        sql`${delegation.untilDay} >= ${today}`,
      ),
    )
    .orderBy(delegation.fromDay, delegation.id)
}

export async function endDelegation(office: Office, organisation: string, id: string): Promise<void> {
  await office.delete(delegation).where(and(eq(delegation.organisation, organisation), eq(delegation.id, id)))
}

/**
 * Who reads a unit's report on a day by a right, by name.
 * @param chain the unit and all above it
 */
export async function listReaders(
  office: Office,
  organisation: string,
  chain: readonly string[],
  today: string,
): Promise<{ name: string; as: 'manager' | 'hr' | 'stand-in'; for: string | null }[]> {
  const units = sql`ARRAY[${sql.join(
    chain.map((id) => sql`${id}`),
    sql`, `,
  )}]::text[]`
  const { rows } = await office.execute<{
    name: string
    as: 'manager' | 'hr' | 'stand-in'
    for: string | null
  }>(sql`
    SELECT p.name, 'manager' AS "as", NULL AS "for" FROM unit_lead l
    JOIN person p ON p.organisation = l.organisation AND p.id = l.person
    WHERE l.organisation = ${organisation} AND l.unit = ANY (${units})
    UNION
    SELECT p.name, 'hr', NULL FROM person p
    WHERE p.organisation = ${organisation} AND p.role = 'hr' AND (
      NOT EXISTS (SELECT FROM hr_scope s WHERE s.organisation = p.organisation AND s.person = p.id)
      OR EXISTS (SELECT FROM hr_scope s WHERE s.organisation = p.organisation AND s.person = p.id AND s.unit = ANY (${units}))
    )
    UNION
    SELECT p.name, 'stand-in', g.name FROM delegation d
    JOIN person p ON p.organisation = d.organisation AND p.id = d.stand_in
    JOIN person g ON g.organisation = d.organisation AND g.id = d.giver
    JOIN unit u ON u.organisation = d.organisation AND u.id = ANY (d.units) AND u.id = ANY (${units})
    LEFT JOIN unit_lead l ON l.organisation = d.organisation AND l.unit = u.id AND l.person = d.giver
    WHERE d.organisation = ${organisation} AND p.role <> 'auditor' AND ${today}::date BETWEEN d.from_day AND d.until_day
      AND ${giverMay}
    ORDER BY 2, 1`)
  return rows
}

// Columns are written out: in a query of one table, drizzle names them without it, and here they would be those of the inner one.
function nameOf(column: 'giver' | 'stand_in') {
  return sql<string>`(
    SELECT p.name FROM person p WHERE p.organisation = delegation.organisation AND p.id = delegation.${sql.identifier(column)}
  )`
}
