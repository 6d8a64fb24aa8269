import { sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { sessionPage } from '../schema/access.ts'

type Owner = { readonly organisation: string; readonly person: string }

/** The ids of a person's sessions, in the order of these random ids. @param endsOn the last day of all that are not over */
export async function listSessions(
  office: Office,
  { organisation, person }: Owner,
  endsOn: string,
): Promise<string[]> {
  const { rows } = await office.execute<{ id: string }>(sql`
    SELECT e.id FROM ${sessionPage} s, unnest(s.ids, s.people) AS e(id, person)
    WHERE s.organisation = ${organisation} AND s.ends_on = ${endsOn} AND e.person = ${person} ORDER BY e.id`)
  return rows.map(({ id }) => id)
}

/**
 * Ends all sessions of a person but one. Asks until none is left: while one waits for a page, whoever held it may have moved half of it to a
 * page that this statement does not see yet.
 * @param except null ends all
 */
export async function endSessionsOf(
  office: Office,
  { organisation, person }: Owner,
  except: string | null,
): Promise<void> {
  const isMeant = sql`e.person = ${person} AND e.id IS DISTINCT FROM ${except}::uuid`
  for (;;) {
    const { rowCount } = await office.execute(sql`
      UPDATE ${sessionPage} s SET (ids, people, marks, marks_before) = (
        SELECT coalesce(array_agg(e.id ORDER BY e.id), '{}'), coalesce(array_agg(e.person ORDER BY e.id), '{}'),
          coalesce(array_agg(e.mark ORDER BY e.id), '{}'), coalesce(array_agg(e.before ORDER BY e.id), '{}')
        FROM unnest(s.ids, s.people, s.marks, s.marks_before) AS e(id, person, mark, before) WHERE NOT (${isMeant}))
      WHERE s.organisation = ${organisation}
        AND EXISTS (SELECT FROM unnest(s.ids, s.people) AS e(id, person) WHERE ${isMeant})`)
    if (!rowCount) return
  }
}
