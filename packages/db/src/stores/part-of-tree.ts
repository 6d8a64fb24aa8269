import { type SQL, sql } from 'drizzle-orm'
import { unit } from '../schema/organisation.ts'

/** The beginning of a query: `part` is a unit with all below it. @param root null: the organisation */
export function withPartOfTree(organisation: string, root: string | null): SQL {
  return sql`WITH RECURSIVE part AS (
    SELECT id FROM ${unit} WHERE organisation = ${organisation} AND ${root === null ? sql`parent IS NULL` : sql`id = ${root}`}
    UNION
    SELECT u.id FROM ${unit} AS u JOIN part ON u.organisation = ${organisation} AND u.parent = part.id
  )`
}
