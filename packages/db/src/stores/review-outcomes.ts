import { and, eq, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { action } from '../schema/actions.ts'
import { lesson } from '../schema/community.ts'
import { type ActionRow, actionsWithNames } from './actions.ts'
import type { ReviewKey } from './reviews.ts'

/** What units do about a review, the earliest day first. */
export async function listReviewActions(
  office: Office,
  { organisation, id }: ReviewKey,
): Promise<ActionRow[]> {
  return actionsWithNames(office).where(cameOf({ organisation, id })).orderBy(action.due, action.id)
}

/** The learning moments that were made of a review and are still there. */
export async function listReviewLessons(office: Office, { organisation, id }: ReviewKey): Promise<string[]> {
  const rows = await office
    .select({ id: lesson.id })
    .from(lesson)
    .where(and(eq(lesson.organisation, organisation), eq(lesson.review, id)))
  return rows.map((row) => row.id)
}

/** Actions that came of a review. */
export function cameOf({ organisation, id }: ReviewKey) {
  return and(
    eq(action.organisation, organisation),
    sql`${action.cause}->>'kind' = 'review'`,
    sql`${action.cause}->>'id' = ${id}`,
  )
}
