import type { ReviewPart, ReviewParts, ReviewState } from '@chorus/contracts/reviews'
import { and, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Office } from '../database.ts'
import { person, unit } from '../schema/organisation.ts'
import { review, reviewParticipant, reviewSection } from '../schema/reviews.ts'
import { isShown } from './targets.ts'
import { removeThread } from './threads.ts'

type Row = typeof review.$inferSelect
type NewReview = Omit<Row, 'id' | 'shared' | 'noticed' | 'restored'>
/** A review with the names of today; a name is null where nobody of today is meant. */
export type ReviewRow = Row & {
  readonly openedByName: string | null
  readonly facilitatorName: string | null
  readonly takesPart: boolean
}
export type ReviewKey = { readonly organisation: string; readonly id: string }
type ReviewReader = {
  readonly organisation: string
  readonly person: string
  /** The units whose reviews they read; null: all of them. */
  readonly units: readonly string[] | null
}

const mostInList = 200
const opener = alias(person, 'opener')
const leader = alias(person, 'leader')

/**
 * The newest reviews that somebody may read: drafts of their own work, what is in review in their units, and what is shared with them;
 * without what is hidden, unless they take part.
 */
export async function listReviews(office: Office, reader: ReviewReader): Promise<ReviewRow[]> {
  const ofUnits = reader.units === null ? sql`true` : inArray(review.unit, [...reader.units])
  return withNames(office, reader.person)
    .where(
      and(
        eq(review.organisation, reader.organisation),
        or(
          takesPart(reader.person),
          and(
            isShown('review', reader.organisation, review.id),
            or(
              and(ne(review.state, 'draft'), ofUnits),
              and(eq(review.state, 'shared'), eq(review.audience, 'organisation')),
            ),
          ),
        ),
      ),
    )
    .orderBy(desc(review.opened), desc(review.id))
    .limit(mostInList)
}

/** @param reader of whom it says whether they take part; null where nobody reads */
export async function findReview(
  office: Office,
  key: ReviewKey,
  reader: string | null,
): Promise<ReviewRow | null> {
  const [row] = await withNames(office, reader).where(thisReview(key))
  return row ?? null
}

export async function insertReview(
  office: Office,
  row: NewReview,
  parts: ReviewParts,
  participants: readonly string[] = [],
): Promise<string> {
  return office.transaction(async (tx) => {
    const [written] = await tx
      .insert(review)
      .values({ ...row, noticed: dateOf(parts.repair.noticed), restored: dateOf(parts.repair.restored) })
      .returning({ id: review.id })
    if (!written) throw new Error('PostgreSQL returned no row for an insert')
    const key = { organisation: row.organisation, review: written.id }
    await tx
      .insert(reviewSection)
      .values(reviewPartNames.map((part) => ({ ...key, part, content: parts[part], revision: 1 })))
    if (participants.length > 0)
      await tx.insert(reviewParticipant).values(participants.map((id) => ({ ...key, person: id })))
    return written.id
  })
}

/** @param shared when it was shared; null while it is not */
export async function moveReview(
  office: Office,
  key: ReviewKey,
  state: ReviewState,
  shared: Date | null,
): Promise<void> {
  await office.update(review).set({ state, shared }).where(thisReview(key))
}

/** Takes a review back, with what was said to it. */
export async function deleteReview(office: Office, key: ReviewKey): Promise<void> {
  await office.transaction(async (tx) => {
    await removeThread(tx, { organisation: key.organisation, kind: 'review', id: key.id })
    await tx.delete(review).where(thisReview(key))
  })
}

const reviewPartNames: readonly ReviewPart[] = [
  'basics',
  'timeline',
  'decisions',
  'factors',
  'repair',
  'lessons',
]

function takesPart(reader: string | null) {
  return sql<boolean>`coalesce(${review.openedBy} = ${reader}::uuid, false) OR coalesce(${review.facilitator} = ${reader}::uuid, false) OR EXISTS (
    SELECT FROM ${reviewParticipant} AS taking
    WHERE taking.organisation = ${review.organisation} AND taking.review = ${review.id} AND taking.person = ${reader}::uuid)`
}

function withNames(office: Office, reader: string | null) {
  return office
    .select({
      organisation: review.organisation,
      id: review.id,
      unit: review.unit,
      unitName: sql<string>`coalesce(${unit.name}, ${review.unitName})`,
      audience: review.audience,
      state: review.state,
      openedBy: review.openedBy,
      openedByName: opener.name,
      facilitator: review.facilitator,
      facilitatorName: leader.name,
      title: review.title,
      began: review.began,
      ended: review.ended,
      due: review.due,
      language: review.language,
      opened: review.opened,
      shared: review.shared,
      noticed: review.noticed,
      restored: review.restored,
      takesPart: sql<boolean>`(${takesPart(reader)})`,
    })
    .from(review)
    .leftJoin(unit, and(eq(unit.organisation, review.organisation), eq(unit.id, review.unit)))
    .leftJoin(
      opener,
      and(
        eq(opener.organisation, review.organisation),
        eq(opener.id, review.openedBy),
        isNull(opener.eraseOn),
      ),
    )
    .leftJoin(
      leader,
      and(
        eq(leader.organisation, review.organisation),
        eq(leader.id, review.facilitator),
        isNull(leader.eraseOn),
      ),
    )
}

function thisReview({ organisation, id }: ReviewKey) {
  return and(eq(review.organisation, organisation), eq(review.id, id))
}

const dateOf = (moment: string | null) => (moment === null ? null : new Date(moment))
