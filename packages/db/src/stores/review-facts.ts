import { sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { action } from '../schema/actions.ts'
import { review, reviewSection } from '../schema/reviews.ts'
import { withPartOfTree } from './part-of-tree.ts'

/** What measures rest on of the reviews that a part of the tree shared: nothing of who opened them or took part. */
export type ReviewFacts = {
  /** From noticed to restored, in hours: of those that say both. */
  readonly hoursToRepair: readonly number[]
  /** From opened to shared, in days: of all. */
  readonly daysToReview: readonly number[]
  /** Reviews with actions that were not let go, and those with all of these done. */
  readonly withActions: { readonly all: number; readonly done: number }
  /** Reviews that name factors, and those with knowledge held by only one person among them. */
  readonly withFactors: { readonly all: number; readonly alone: number }
}

/**
 * @param root the unit whose part of the tree is meant; null: the organisation
 * @param since what was shared before does not count
 */
export async function readReviewFacts(
  office: Office,
  organisation: string,
  root: string | null,
  since: Date,
): Promise<ReviewFacts> {
  const { rows } = await office.execute<{
    hours: number | null
    days: number
    kept: number
    open: number
    factors: number
    alone: boolean
  }>(sql`${withPartOfTree(organisation, root)},
    followed AS (
      SELECT a.cause->>'id' AS review, count(*) FILTER (WHERE a.state <> 'let go')::int AS kept,
        count(*) FILTER (WHERE a.state IN ('planned', 'under way'))::int AS open
      FROM ${action} AS a WHERE a.organisation = ${organisation} AND a.cause->>'kind' = 'review' GROUP BY 1
    )
    SELECT (CASE WHEN r.restored >= r.noticed THEN extract(epoch FROM r.restored - r.noticed) / 3600 END)::float8 AS hours,
      (extract(epoch FROM r.shared - r.opened) / 86400)::float8 AS days,
      coalesce(f.kept, 0) AS kept, coalesce(f.open, 0) AS open,
      coalesce(jsonb_array_length(s.content->'factors'), 0) AS factors,
      coalesce(s.content @> '{"factors": [{"kind": "knowledge of one"}]}', false) AS alone
    FROM ${review} AS r
      LEFT JOIN followed AS f ON f.review = r.id::text
      LEFT JOIN ${reviewSection} AS s ON s.organisation = r.organisation AND s.review = r.id AND s.part = 'factors'
    WHERE r.organisation = ${organisation} AND r.state = 'shared' AND r.shared >= ${since} AND r.unit IN (SELECT id FROM part)`)
  const withActions = rows.filter(({ kept }) => kept > 0)
  const withFactors = rows.filter(({ factors }) => factors > 0)
  return {
    hoursToRepair: rows.flatMap(({ hours }) => (hours === null ? [] : [hours])),
    daysToReview: rows.map(({ days }) => days),
    withActions: { all: withActions.length, done: withActions.filter(({ open }) => open === 0).length },
    withFactors: { all: withFactors.length, alone: withFactors.filter(({ alone }) => alone).length },
  }
}
