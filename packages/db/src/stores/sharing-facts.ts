import { sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { communityReaction, communityReply, lesson } from '../schema/community.ts'
import { person } from '../schema/organisation.ts'
import { readinessPerson, readinessTopic } from '../schema/recognition.ts'
import { withPartOfTree } from './part-of-tree.ts'

/** What is counted of how a part of the tree learns: by unit and by topic, never by person. */
export type SharingFacts = {
  /** Lessons of the time, one entry for each unit that has people of its own. */
  readonly lessonsByUnit: readonly number[]
  /** Replies of the time, and reactions, to lessons of the time; without those of who told them. */
  readonly responses: { readonly all: number; readonly fromElsewhere: number }
  /** Topics in the register, and into how many of them at least two could step. */
  readonly topics: { readonly all: number; readonly shared: number }
}

/**
 * @param root the unit whose part of the tree is meant; null: the organisation
 * @param since what is older does not count
 */
export async function readSharingFacts(
  office: Office,
  organisation: string,
  root: string | null,
  since: Date,
): Promise<SharingFacts> {
  const part = withPartOfTree(organisation, root)
  const [byUnit, responses, topics] = await Promise.all([
    office.execute<{ lessons: number }>(sql`${part}
      SELECT (SELECT count(*)::int FROM ${lesson} AS l WHERE l.organisation = ${organisation} AND l.unit = part.id AND l.at >= ${since}) AS lessons
      FROM part WHERE EXISTS (
        SELECT FROM ${person} AS p WHERE p.organisation = ${organisation} AND p.unit = part.id AND p.erase_on IS NULL)`),
    office.execute<{ all: number; fromElsewhere: number }>(sql`${part},
      told AS (
        SELECT id, unit, author FROM ${lesson} WHERE organisation = ${organisation} AND at >= ${since} AND unit IN (SELECT id FROM part)
      ),
      response AS (
        SELECT r.subject, r.author AS person FROM ${communityReply} AS r WHERE r.organisation = ${organisation} AND r.kind = 'lesson'
        UNION ALL
        SELECT r.subject, r.person FROM ${communityReaction} AS r WHERE r.organisation = ${organisation} AND r.kind = 'lesson'
      )
      SELECT count(*)::int AS "all", count(*) FILTER (WHERE p.unit <> told.unit)::int AS "fromElsewhere"
      FROM told JOIN response ON response.subject = told.id AND response.person IS DISTINCT FROM told.author
        JOIN ${person} AS p ON p.organisation = ${organisation} AND p.id = response.person`),
    office.execute<{ all: number; shared: number }>(sql`${part}
      SELECT count(*)::int AS "all", count(*) FILTER (WHERE known.people >= 2)::int AS shared
      FROM ${readinessTopic} AS t CROSS JOIN LATERAL (
        SELECT count(*) AS people FROM ${readinessPerson} AS r
          JOIN ${person} AS p ON p.organisation = r.organisation AND p.id = r.person AND p.erase_on IS NULL
        WHERE r.organisation = t.organisation AND r.topic = t.id
      ) AS known
      WHERE t.organisation = ${organisation} AND t.unit IN (SELECT id FROM part)`),
  ])
  return {
    lessonsByUnit: byUnit.rows.map(({ lessons }) => lessons),
    responses: responses.rows[0] ?? { all: 0, fromElsewhere: 0 },
    topics: topics.rows[0] ?? { all: 0, shared: 0 },
  }
}
