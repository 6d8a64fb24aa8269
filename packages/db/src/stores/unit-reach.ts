import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { unit } from '../schema/organisation.ts'

/** Units of today's tree, seen from some others: `above` are these and all above them, `below` are these and all below them. */
export type UnitReach = { readonly above: ReadonlySet<string>; readonly below: ReadonlySet<string> }

/** Units of today by name. @param ids null: all of them */
export async function namedUnits(
  office: Office,
  organisation: string,
  ids: readonly string[] | null,
): Promise<{ id: string; name: string }[]> {
  return office
    .select({ id: unit.id, name: unit.name })
    .from(unit)
    .where(and(eq(unit.organisation, organisation), ids === null ? undefined : inArray(unit.id, [...ids])))
    .orderBy(asc(unit.name), asc(unit.id))
}

/**
 * @param from the units to go up from
 * @param rights the units to go down from
 */
export async function unitReach(
  office: Office,
  organisation: string,
  from: readonly string[],
  rights: readonly string[],
): Promise<UnitReach> {
  const { rows } = await office.execute<{ id: string; above: boolean }>(sql`
    WITH RECURSIVE
      up AS (
        SELECT id, parent FROM ${unit} WHERE organisation = ${organisation} AND id = ANY(${sql.param([...from])}::text[])
        UNION
        SELECT u.id, u.parent FROM ${unit} AS u JOIN up ON u.organisation = ${organisation} AND u.id = up.parent
      ),
      down AS (
        SELECT id FROM ${unit} WHERE organisation = ${organisation} AND id = ANY(${sql.param([...rights])}::text[])
        UNION
        SELECT u.id FROM ${unit} AS u JOIN down ON u.organisation = ${organisation} AND u.parent = down.id
      )
    SELECT id, true AS above FROM up UNION ALL SELECT id, false FROM down`)
  const ids = (above: boolean) => new Set(rows.filter((row) => row.above === above).map(({ id }) => id))
  return { above: ids(true), below: ids(false) }
}
