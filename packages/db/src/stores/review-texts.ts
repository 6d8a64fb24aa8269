import { isDeepStrictEqual } from 'node:util'
import type { ReviewParts } from '@chorus/contracts/reviews'
import { and, desc, eq, inArray, ne, or, type SQL } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { review, reviewSection } from '../schema/reviews.ts'
import { type KeptPart, listParts, renameReview } from './review-parts.ts'
import { findReview, type ReviewRow } from './reviews.ts'
import { isShown } from './targets.ts'

type WholeReview = { readonly row: ReviewRow; readonly parts: readonly KeptPart[] }
type ReviewKey = { readonly organisation: string; readonly id: string }

/** Null where it is gone. */
export async function findWholeReview(office: Office, key: ReviewKey): Promise<WholeReview | null> {
  const row = await findReview(office, key, null)
  return row && { row, parts: await listParts(office, key) }
}

/** Newest first, without drafts and what is hidden. @param units null: all of them, also those that are gone */
export function listReviewsOfUnits(
  office: Office,
  organisation: string,
  units: readonly string[] | null,
): Promise<WholeReview[]> {
  return listWhole(office, organisation, [
    ne(review.state, 'draft'),
    units === null ? undefined : inArray(review.unit, [...units]),
    isShown('review', organisation, review.id),
  ])
}

/** Those that somebody opened or leads, newest first, hidden ones and drafts too. */
export function listReviewsBy(
  office: Office,
  { organisation, person }: { readonly organisation: string; readonly person: string },
): Promise<WholeReview[]> {
  return listWhole(office, organisation, [or(eq(review.openedBy, person), eq(review.facilitator, person))])
}

/**
 * Rewrites the parts of a review, and its title wherever that is kept. Each part that changes counts as written: who writes in it at the same
 * time is told.
 * @returns whether anything changed
 */
export async function rewriteReview(
  office: Office,
  { organisation, id }: ReviewKey,
  rewrite: (parts: readonly KeptPart[]) => ReviewParts,
): Promise<boolean> {
  const ofReview = and(eq(reviewSection.organisation, organisation), eq(reviewSection.review, id))
  return office.transaction(async (tx) => {
    const kept = await tx.select().from(reviewSection).where(ofReview).for('update')
    if (kept.length === 0) return false
    const now = rewrite(kept)
    const changed = kept.filter(({ part, content }) => !isDeepStrictEqual(now[part], content))
    for (const { part, revision } of changed)
      await tx
        .update(reviewSection)
        .set({ content: now[part], revision: revision + 1 })
        .where(and(ofReview, eq(reviewSection.part, part)))
    if (changed.some(({ part }) => part === 'basics'))
      await renameReview(tx, { organisation, id }, now.basics.title)
    return changed.length > 0
  })
}

async function listWhole(
  office: Office,
  organisation: string,
  which: readonly (SQL | undefined)[],
): Promise<WholeReview[]> {
  const ids = await office
    .select({ id: review.id })
    .from(review)
    .where(and(eq(review.organisation, organisation), ...which))
    .orderBy(desc(review.opened), desc(review.id))
  const found: WholeReview[] = []
  for (const { id } of ids) {
    const whole = await findWholeReview(office, { organisation, id })
    if (whole) found.push(whole)
  }
  return found
}
