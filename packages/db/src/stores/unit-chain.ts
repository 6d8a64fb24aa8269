import { sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { unit } from '../schema/organisation.ts'

export type NamedUnit = { readonly id: string; readonly name: string }

/** A unit of today's tree and all above it, from the bottom up; nothing where there is no such unit. */
export async function unitChain(office: Office, organisation: string, id: string): Promise<NamedUnit[]> {
  const { rows } = await office.execute<{ id: string; name: string }>(sql`
    WITH RECURSIVE chain AS (
      SELECT id, name, parent, 0 AS height FROM ${unit} WHERE organisation = ${organisation} AND id = ${id}
      UNION ALL
      SELECT above.id, above.name, above.parent, chain.height + 1
      FROM ${unit} AS above JOIN chain ON above.organisation = ${organisation} AND above.id = chain.parent
    )
    SELECT id, name FROM chain ORDER BY height`)
  return rows
}
