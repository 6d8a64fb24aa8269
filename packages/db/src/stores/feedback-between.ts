import { and, eq, or } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { feedback, feedbackRequest } from '../schema/recognition.ts'

/** Whether feedback, or a request for it, is there and between this person and another. */
export async function isFeedbackOf(
  office: Office,
  { organisation, id }: { readonly organisation: string; readonly id: string },
  person: string,
): Promise<boolean> {
  const [given, asked] = await Promise.all([
    office
      .select({ id: feedback.id })
      .from(feedback)
      .where(
        and(
          eq(feedback.organisation, organisation),
          eq(feedback.id, id),
          or(eq(feedback.receiver, person), eq(feedback.giver, person)),
        ),
      ),
    office
      .select({ id: feedbackRequest.id })
      .from(feedbackRequest)
      .where(
        and(
          eq(feedbackRequest.organisation, organisation),
          eq(feedbackRequest.id, id),
          or(eq(feedbackRequest.asker, person), eq(feedbackRequest.giver, person)),
        ),
      ),
  ])
  return given.length + asked.length > 0
}
