import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { sessionPage } from '../schema/access.ts'
import { person } from '../schema/organisation.ts'
import { type Entry, fromColumns } from './session-entries.ts'

export type SessionKey = {
  readonly organisation: string
  /** ISO date (UTC), the same for everybody who is signed in. */
  readonly endsOn: string
  readonly id: string
}

/** Lower than every random id. */
export const firstOfAll = '00000000-0000-0000-0000-000000000000'

type Transaction = Pick<Office, 'select'>

/**
 * The session of a key, which a prepared statement is given, to be joined: at most one row, whose columns are null when the page
 * does not hold it.
 */
export function sessionOf(office: Office) {
  const { placeholder } = sql
  const at = sql`array_position(${sessionPage.ids}, ${placeholder('id')}::uuid)`
  return office
    .select({
      organisation: sessionPage.organisation,
      person: sql<string>`${sessionPage.people}[${at}]`.as('person'),
      mark: sql<number>`${sessionPage.marks}[${at}]`.as('mark'),
      markBefore: sql<number>`${sessionPage.marksBefore}[${at}]`.as('mark_before'),
    })
    .from(sessionPage)
    .where(
      and(
        eq(sessionPage.organisation, placeholder('organisation')),
        eq(sessionPage.endsOn, placeholder('endsOn')),
        lte(sessionPage.first, placeholder('id')),
      ),
    )
    .orderBy(desc(sessionPage.first))
    .limit(1)
    .as('found')
}

/**
 * Holds the page that a session belongs to until the transaction ends. Asks until two answers agree: while one waits for a page, whoever
 * held it may have split it. Pages are only ever locked upwards, so no two requests wait for each other.
 */
export async function lockPage(
  tx: Transaction,
  key: SessionKey,
): Promise<{ first: string; entries: Entry[] } | null> {
  let before: string | undefined
  for (;;) {
    const [page] = await tx
      .select()
      .from(sessionPage)
      .where(placeOf(key))
      .orderBy(desc(sessionPage.first))
      .limit(1)
      .for('update')
    if (!page) return null
    if (page.first === before) return { first: page.first, entries: fromColumns(page) }
    before = page.first
  }
}

/** Takes the sessions of people who are not on the roster any more out of the pages. */
export async function forgetLeavers(tx: Pick<Office, 'execute'>, organisation: string): Promise<void> {
  const isThere = sql`EXISTS (SELECT FROM ${person} p WHERE p.organisation = s.organisation AND p.id = e.person AND p.erase_on IS NULL)`
  await tx.execute(sql`
    UPDATE ${sessionPage} s SET (ids, people, marks, marks_before) = (
      SELECT coalesce(array_agg(e.id ORDER BY e.id), '{}'), coalesce(array_agg(e.person ORDER BY e.id), '{}'),
        coalesce(array_agg(e.mark ORDER BY e.id), '{}'), coalesce(array_agg(e.before ORDER BY e.id), '{}')
      FROM unnest(s.ids, s.people, s.marks, s.marks_before) AS e(id, person, mark, before) WHERE ${isThere})
    WHERE s.organisation = ${organisation}
      AND EXISTS (SELECT FROM unnest(s.people) AS e(person) WHERE NOT ${isThere})`)
}

function placeOf(key: SessionKey) {
  return and(
    eq(sessionPage.organisation, key.organisation),
    eq(sessionPage.endsOn, key.endsOn),
    lte(sessionPage.first, key.id),
  )
}
