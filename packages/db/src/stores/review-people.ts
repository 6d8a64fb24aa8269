import { and, eq, isNull } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person } from '../schema/organisation.ts'
import { review, reviewParticipant } from '../schema/reviews.ts'
import type { ReviewKey } from './reviews.ts'

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

export async function setReviewPeople(
  office: Office,
  key: ReviewKey,
  { facilitator, participants }: { facilitator: string; participants: readonly string[] },
): Promise<void> {
  const { organisation, id } = key
  await office.transaction(async (tx) => {
    await tx
      .update(review)
      .set({ facilitator })
      .where(and(eq(review.organisation, organisation), eq(review.id, id)))
    await tx
      .delete(reviewParticipant)
      .where(and(eq(reviewParticipant.organisation, organisation), eq(reviewParticipant.review, id)))
    if (participants.length > 0)
      await tx
        .insert(reviewParticipant)
        .values(participants.map((one) => ({ organisation, review: id, person: one })))
  })
}

/** The names of all people of an organisation, to be looked for in texts. */
export async function listNames(office: Office, organisation: string): Promise<string[]> {
  const rows = await office
    .select({ name: person.name })
    .from(person)
    .where(and(eq(person.organisation, organisation), isNull(person.eraseOn)))
  return rows.map(({ name }) => name)
}
