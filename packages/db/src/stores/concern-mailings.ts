import { sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { concern, trustedPerson } from '../schema/concerns.ts'
import { outgoingMail } from '../schema/mail.ts'
import { person } from '../schema/organisation.ts'
import { noteConcernsTold, readConcernSettings } from './concern-settings.ts'
import { oneAtATime, randomMoment, type Spread } from './mailings.ts'

/**
 * Orders one mail for everybody to whom something came, or was left, in the batches since the last time; once for each batch.
 * @param today ISO day: the newest batch that nothing is added to any more
 * @returns for how many people
 */
export async function orderForConcerns(
  office: Office,
  organisation: string,
  today: string,
  spread: Spread,
): Promise<number> {
  return office.transaction(async (tx) => {
    await oneAtATime(tx, `concerns ${organisation}`)
    const { toldUntil } = await readConcernSettings(tx, organisation)
    if (toldUntil !== null && toldUntil >= today) return 0
    const isNew = (day: ReturnType<typeof sql>) =>
      sql`(${day} <= ${today}::date AND ${day} > coalesce(${toldUntil}::date, '-infinity'::date))`
    const { rowCount } = await tx.execute(sql`
      WITH waiting AS (
        SELECT ${concern.waitingSince} AS since, ${concern.escalateAfter}::int AS patience, ${concern.escalated} AS escalated,
          ${trustedPerson.escalation} AS escalation,
          CASE WHEN NOT ${trustedPerson.ended} AND ${person.eraseOn} IS NULL THEN ${person.id} END AS trusted
        FROM ${concern}
        JOIN ${trustedPerson} ON ${trustedPerson.organisation} = ${concern.organisation} AND ${trustedPerson.id} = ${concern.trusted}
        LEFT JOIN ${person} ON ${person.organisation} = ${trustedPerson.organisation} AND ${person.id} = ${trustedPerson.person}
        WHERE ${concern.organisation} = ${organisation} AND ${concern.waitingSince} IS NOT NULL
      ), told AS (
        SELECT trusted AS id FROM waiting WHERE ${isNew(sql`since`)}
        UNION
        SELECT escalation FROM waiting
        WHERE ${isNew(sql`since + patience`)} OR ((escalated OR trusted IS NULL) AND ${isNew(sql`since`)})
      )
      INSERT INTO ${outgoingMail} (organisation, kind, person, send_at)
      SELECT ${person.organisation}, 'concerns', ${person.id}, ${randomMoment(spread)}
      FROM ${person} JOIN told ON ${person.organisation} = ${organisation} AND ${person.id} = told.id
      WHERE ${person.eraseOn} IS NULL`)
    await noteConcernsTold(tx, organisation, today)
    return rowCount ?? 0
  })
}
