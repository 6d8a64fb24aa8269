import { sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { action } from '../schema/actions.ts'
import { actionMailing, outgoingMail } from '../schema/mail.ts'
import { person, unit } from '../schema/organisation.ts'
import { oneAtATime, randomMoment, type Spread } from './mailings.ts'

export type ActionWeek = {
  readonly organisation: string
  /** ISO day of its Monday, in the organisation's zone. */
  readonly week: string
  /** ISO day (UTC): told is what happened before it, since the week that was told of last. */
  readonly until: string
  /** ISO day (UTC): what happened before it is not told where nothing was told so far. */
  readonly since: string
}

/**
 * Writes one mail for everybody in a unit, or below one, of which an action was added or changed its state, and that the week is told of: all
 * or nothing, once.
 * @returns to how many people; null when the week was told of before
 */
export async function orderForActions(
  office: Office,
  { organisation, week, until, since }: ActionWeek,
  spread: Spread,
): Promise<{ people: number } | null> {
  return office.transaction(async (tx) => {
    await oneAtATime(tx, organisation)
    const { rows } = await tx.execute<{ week: string; told: string }>(sql`
      SELECT ${actionMailing.week}::text AS week, ${actionMailing.toldUntil}::text AS told FROM ${actionMailing}
      WHERE ${actionMailing.organisation} = ${organisation} ORDER BY ${actionMailing.week} DESC LIMIT 1`)
    const [last] = rows
    if (last !== undefined && last.week >= week) return null
    const from = last?.told ?? since
    const { rowCount } = await tx.execute(sql`
      WITH RECURSIVE touched AS (
        SELECT ${action.unit} AS id FROM ${action}
        WHERE ${action.organisation} = ${organisation} AND (
          (${action.added} >= ${from}::date AND ${action.added} < ${until}::date)
          OR EXISTS (SELECT FROM jsonb_array_elements(${action.notes}) AS note
                     WHERE note->>'state' IS NOT NULL AND note->>'on' >= ${from} AND note->>'on' < ${until}))
        UNION
        SELECT ${unit.id} FROM ${unit} JOIN touched ON ${unit.organisation} = ${organisation} AND ${unit.parent} = touched.id
      )
      INSERT INTO ${outgoingMail} (organisation, kind, person, send_at)
      SELECT ${person.organisation}, 'actions', ${person.id}, ${randomMoment(spread)}
      FROM ${person} JOIN touched ON ${person.organisation} = ${organisation} AND ${person.unit} = touched.id
      WHERE ${person.eraseOn} IS NULL`)
    const people = rowCount ?? 0
    await tx.insert(actionMailing).values({ organisation, week, toldUntil: until, people })
    return { people }
  })
}
