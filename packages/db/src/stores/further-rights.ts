import { type SQL, sql } from 'drizzle-orm'
import type { KnownPerson } from './known-person.ts'

/** That a giver has today what a delegation gives: of the delegation `d`, its giver `g`, the unit `u`, and the giver's lead of it, `l`. */
export const giverMay: SQL = sql`(l.person IS NOT NULL OR g.role = 'hr' AND (
  NOT EXISTS (SELECT FROM hr_scope s WHERE s.organisation = d.organisation AND s.person = d.giver)
  OR EXISTS (SELECT FROM hr_scope s WHERE s.organisation = d.organisation AND s.person = d.giver AND s.unit = u.id)
))`

/** Columns of a query that has `person`: what somebody may read beside leading units. */

/** The units that somebody of HR works for; null for the whole tree, and for everybody else. Units that are gone are in no list. */
export const hrUnitsOfPerson: SQL<KnownPerson['hrUnits']> = sql`
  CASE WHEN person.role = 'hr' AND EXISTS (
    SELECT FROM hr_scope s WHERE s.organisation = person.organisation AND s.person = person.id
  ) THEN (
    SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY u.name), '[]')
    FROM hr_scope s JOIN unit u ON u.organisation = s.organisation AND u.id = s.unit
    WHERE s.organisation = person.organisation AND s.person = person.id
  ) END`

/**
 * The units that somebody stands in for on a day, with whose right that is: as long as the giver leads the unit or works for it as HR, and
 * with nothing that the giver was lent. Nobody who watches over the rules stands in.
 */
export function standsInOfPerson(day: unknown): SQL<KnownPerson['standsIn']> {
  return sql`(
    SELECT coalesce(json_agg(json_build_object(
      'unit', json_build_object('id', u.id, 'name', u.name), 'giver', g.name, 'as', CASE WHEN l.person IS NULL THEN 'hr' ELSE 'manager' END
    ) ORDER BY u.name, g.name), '[]')
    FROM delegation d
    JOIN person g ON g.organisation = d.organisation AND g.id = d.giver
    JOIN unit u ON u.organisation = d.organisation AND u.id = ANY (d.units)
    LEFT JOIN unit_lead l ON l.organisation = d.organisation AND l.unit = u.id AND l.person = d.giver
    WHERE d.organisation = person.organisation AND d.stand_in = person.id AND person.role <> 'auditor'
      AND ${day}::date BETWEEN d.from_day AND d.until_day
      AND ${giverMay}
  )`
}
