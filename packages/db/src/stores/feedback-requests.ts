import { and, desc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Office } from '../database.ts'
import { person } from '../schema/organisation.ts'
import { feedbackRequest } from '../schema/recognition.ts'
import { insertFeedback } from './feedback.ts'

type Row = typeof feedbackRequest.$inferSelect
/** With the name of today of the other one. */
export type NamedRequest = Row & { readonly otherName: string }

/** All that a person asked for, or is asked for, newest first; nothing from or to somebody who has left. */
export async function listFeedbackRequests(
  office: Office,
  organisation: string,
  side: 'asker' | 'giver',
  own: string,
): Promise<NamedRequest[]> {
  const other = alias(person, 'other')
  const otherSide = side === 'asker' ? feedbackRequest.giver : feedbackRequest.asker
  const rows = await office
    .select({ request: feedbackRequest, otherName: other.name })
    .from(feedbackRequest)
    .innerJoin(
      other,
      and(
        eq(other.organisation, feedbackRequest.organisation),
        eq(other.id, otherSide),
        isNull(other.eraseOn),
      ),
    )
    .where(and(eq(feedbackRequest.organisation, organisation), eq(feedbackRequest[side], own)))
    .orderBy(desc(feedbackRequest.on), desc(feedbackRequest.id))
  return rows.map(({ request, otherName }) => ({ ...request, otherName }))
}

export async function insertFeedbackRequests(office: Office, rows: readonly Row[]): Promise<void> {
  await office.insert(feedbackRequest).values([...rows])
}

/** What this giver is asked and has not declined. */
export async function findWaitingRequest(office: Office, key: GiverKey): Promise<Row | null> {
  const [row] = await office.select().from(feedbackRequest).where(waiting(key))
  return row ?? null
}

/** @param declined sealed. @returns who asked; null where nothing waits */
export async function declineRequest(
  office: Office,
  key: GiverKey,
  declined: Buffer,
): Promise<string | null> {
  const [row] = await office
    .update(feedbackRequest)
    .set({ declined })
    .where(waiting(key))
    .returning({ asker: feedbackRequest.asker })
  return row?.asker ?? null
}

/** The feedback takes the place of the request. @returns false where nothing waits any more */
export async function answerRequest(
  office: Office,
  key: GiverKey,
  given: Parameters<typeof insertFeedback>[1],
): Promise<boolean> {
  return office.transaction(async (tx) => {
    const gone = await tx.delete(feedbackRequest).where(waiting(key)).returning({ id: feedbackRequest.id })
    if (gone.length === 0) return false
    await insertFeedback(tx, given)
    return true
  })
}

/** @returns whether there was one */
export async function withdrawRequest(
  office: Office,
  { organisation, id, asker }: { organisation: string; id: string; asker: string },
): Promise<boolean> {
  const gone = await office
    .delete(feedbackRequest)
    .where(
      and(
        eq(feedbackRequest.organisation, organisation),
        eq(feedbackRequest.id, id),
        eq(feedbackRequest.asker, asker),
      ),
    )
    .returning({ id: feedbackRequest.id })
  return gone.length > 0
}

type GiverKey = { readonly organisation: string; readonly id: string; readonly giver: string }

function waiting({ organisation, id, giver }: GiverKey) {
  return and(
    eq(feedbackRequest.organisation, organisation),
    eq(feedbackRequest.id, id),
    eq(feedbackRequest.giver, giver),
    isNull(feedbackRequest.declined),
  )
}
