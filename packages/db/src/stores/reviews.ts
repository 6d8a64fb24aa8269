import type { ReviewPart, ReviewParts, ReviewState } from '@chorus/contracts/reviews'
import { and, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Office } from '../database.ts'
import { action } from '../schema/actions.ts'
import { lesson } from '../schema/community.ts'
import { person, unit } from '../schema/organisation.ts'
import { review, reviewParticipant, reviewSection } from '../schema/reviews.ts'
import { type ActionRow, actionsWithNames } from './actions.ts'
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
type ReviewKey = { readonly organisation: string; readonly id: string }
type ReviewReader = {
  readonly organisation: string
  readonly person: string
  /** The units whose reviews they read; null: all of them. */
  readonly units: readonly string[] | null
}
/** What is written into a part, as it is kept. */
export type KeptPart = { readonly part: ReviewPart; readonly content: unknown; readonly revision: number }

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

export async function listParts(office: Office, { organisation, id }: ReviewKey): Promise<KeptPart[]> {
  return office
    .select({
      part: reviewSection.part,
      content: reviewSection.content,
      revision: reviewSection.revision,
    })
    .from(reviewSection)
    .where(and(eq(reviewSection.organisation, organisation), eq(reviewSection.review, id)))
}

/** Who takes part beside who opened and who facilitates it, by name. */
export async function listParticipants(
  office: Office,
  { organisation, id }: ReviewKey,
): Promise<{ id: string; name: string }[]> {
  return office
    .select({ id: person.id, name: person.name })
    .from(reviewParticipant)
    .innerJoin(
      person,
      and(
        eq(person.organisation, organisation),
        eq(person.id, reviewParticipant.person),
        isNull(person.eraseOn),
      ),
    )
    .where(and(eq(reviewParticipant.organisation, organisation), eq(reviewParticipant.review, id)))
    .orderBy(person.name, person.id)
}

/** What units do about a review, the earliest day first. */
export async function listReviewActions(
  office: Office,
  { organisation, id }: ReviewKey,
): Promise<ActionRow[]> {
  return actionsWithNames(office).where(ofReview({ organisation, id })).orderBy(action.due, action.id)
}

/** The learning moments that were made of a review and are still there. */
export async function listReviewLessons(office: Office, { organisation, id }: ReviewKey): Promise<string[]> {
  const rows = await office
    .select({ id: lesson.id })
    .from(lesson)
    .where(and(eq(lesson.organisation, organisation), eq(lesson.review, id)))
  return rows.map((row) => row.id)
}

/** The names of all people of an organisation, to be looked for in texts. */
export async function listNames(office: Office, organisation: string): Promise<string[]> {
  const rows = await office
    .select({ name: person.name })
    .from(person)
    .where(and(eq(person.organisation, organisation), isNull(person.eraseOn)))
  return rows.map(({ name }) => name)
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

/**
 * Writes a part that nobody has written since `revision`.
 * @param row what lists and measures read of it
 * @returns whether it was written; otherwise somebody was faster
 */
export async function updatePart(
  office: Office,
  { organisation, id }: ReviewKey,
  { part, content, revision }: KeptPart,
  row: Partial<Omit<Row, 'organisation' | 'id'>>,
): Promise<boolean> {
  return office.transaction(async (tx) => {
    const written = await tx
      .update(reviewSection)
      .set({ content, revision: revision + 1 })
      .where(
        and(
          eq(reviewSection.organisation, organisation),
          eq(reviewSection.review, id),
          eq(reviewSection.part, part),
          eq(reviewSection.revision, revision),
        ),
      )
      .returning({ part: reviewSection.part })
    if (written.length === 0) return false
    if (Object.keys(row).length > 0) await tx.update(review).set(row).where(thisReview({ organisation, id }))
    if (row.title !== undefined) await renameReview(tx, { organisation, id }, row.title)
    return true
  })
}

/** The title as it is now, also where the actions that came of it name it as their cause. */
export async function renameReview(
  tx: Pick<Office, 'update'>,
  { organisation, id }: ReviewKey,
  title: string,
): Promise<void> {
  await tx.update(review).set({ title }).where(thisReview({ organisation, id }))
  await tx
    .update(action)
    .set({ cause: { kind: 'review', id, title } })
    .where(ofReview({ organisation, id }))
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

export async function setReviewPeople(
  office: Office,
  key: ReviewKey,
  { facilitator, participants }: { facilitator: string; participants: readonly string[] },
): Promise<void> {
  const { organisation, id } = key
  await office.transaction(async (tx) => {
    await tx.update(review).set({ facilitator }).where(thisReview(key))
    await tx
      .delete(reviewParticipant)
      .where(and(eq(reviewParticipant.organisation, organisation), eq(reviewParticipant.review, id)))
    if (participants.length > 0)
      await tx
        .insert(reviewParticipant)
        .values(participants.map((one) => ({ organisation, review: id, person: one })))
  })
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

/** Actions that came of a review. */
function ofReview({ organisation, id }: ReviewKey) {
  return and(
    eq(action.organisation, organisation),
    sql`${action.cause}->>'kind' = 'review'`,
    sql`${action.cause}->>'id' = ${id}`,
  )
}

function thisReview({ organisation, id }: ReviewKey) {
  return and(eq(review.organisation, organisation), eq(review.id, id))
}

const dateOf = (moment: string | null) => (moment === null ? null : new Date(moment))
