import { sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person } from '../schema/organisation.ts'

export type CutValues = {
  readonly cut: string
  /** Those of most people first. */
  readonly values: readonly { readonly value: string; readonly people: number }[]
  /** How many different values there are. */
  readonly inAll: number
}

/** The cuts of the people who belong here today, by name. @param most so many values of each cut are listed */
export async function listCutValues(
  office: Pick<Office, 'execute'>,
  organisation: string,
  most: number,
): Promise<CutValues[]> {
  const { rows } = await office.execute<CutValues>(sql`
    SELECT cut, max(in_all)::int AS "inAll",
      jsonb_agg(jsonb_build_object('value', value, 'people', people) ORDER BY place) FILTER (WHERE place <= ${most}) AS values
    FROM (
      SELECT c.key AS cut, c.value, count(*)::int AS people, count(*) OVER (PARTITION BY c.key) AS in_all,
        row_number() OVER (PARTITION BY c.key ORDER BY count(*) DESC, c.value) AS place
      FROM ${person} p, jsonb_each_text(p.cuts) c
      WHERE p.organisation = ${organisation} AND p.erase_on IS NULL
      GROUP BY c.key, c.value) AS counted
    GROUP BY cut ORDER BY cut`)
  return rows
}
