import { localDay } from '@chorus/basics/local-day'
import { usualMailSettings } from '@chorus/contracts/quiet-hours'
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

type StandIn = KnownPerson['standsIn'][number] & { readonly from: string; readonly until: string }

/**
 * The units that somebody stands in for on a day, with whose right that is: as long as the giver leads the unit or works for it as HR, and
 * with nothing that the giver was lent. Nobody who watches over the rules stands in. Also those of the days before and after it: which day it is
 * where the organisation is, `standsInAt` knows.
 * @param day UTC
 */
export function standsInAround(day: unknown): SQL<readonly StandIn[]> {
  return sql`(
    SELECT coalesce(json_agg(json_build_object(
      'unit', json_build_object('id', u.id, 'name', u.name), 'giver', g.name, 'as', CASE WHEN l.person IS NULL THEN 'hr' ELSE 'manager' END,
      'from', d.from_day, 'until', d.until_day
    ) ORDER BY u.name, g.name), '[]')
    FROM delegation d
    JOIN person g ON g.organisation = d.organisation AND g.id = d.giver
    JOIN unit u ON u.organisation = d.organisation AND u.id = ANY (d.units)
    LEFT JOIN unit_lead l ON l.organisation = d.organisation AND l.unit = u.id AND l.person = d.giver
    WHERE d.organisation = person.organisation AND d.stand_in = person.id AND person.role <> 'auditor'
      AND ${day}::date BETWEEN d.from_day - 1 AND d.until_day + 1
      AND ${giverMay}
  )`
}

/** Those of them that hold on the organisation's own day. @param zone null where nobody has said one */
export function standsInAt(
  now: Date,
  zone: string | null,
  around: readonly StandIn[],
): KnownPerson['standsIn'] {
  // Every signed-in request asks, and most people stand in for nobody.
  if (around.length === 0) return []
  const day = localDay(now, zone ?? usualMailSettings.zone)
  return around.flatMap(({ from, until, ...standIn }) => (from <= day && day <= until ? [standIn] : []))
}
