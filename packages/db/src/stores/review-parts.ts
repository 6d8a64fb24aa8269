import type { ReviewPart } from '@chorus/contracts/reviews'
import { and, eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { action } from '../schema/actions.ts'
import { review, reviewSection } from '../schema/reviews.ts'
import { cameOf } from './review-outcomes.ts'
import type { ReviewKey } from './reviews.ts'

/** What is written into a part, as it is kept. */
export type KeptPart = { readonly part: ReviewPart; readonly content: unknown; readonly revision: number }

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

/**
 * Writes a part that nobody has written since `revision`.
 * @param row what lists and measures read of it
 * @returns whether it was written; otherwise somebody was faster
 */
export async function updatePart(
  office: Office,
  { organisation, id }: ReviewKey,
  { part, content, revision }: KeptPart,
  row: Partial<Omit<typeof review.$inferSelect, 'organisation' | 'id'>>,
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
    .where(cameOf({ organisation, id }))
}

function thisReview({ organisation, id }: ReviewKey) {
  return and(eq(review.organisation, organisation), eq(review.id, id))
}
