import { err, ok, type Result } from '@chorus/basics/result'
import { and, asc, count, eq, isNotNull, sql } from 'drizzle-orm'
import type { Urn } from '../database.ts'
import { concern, concernMessage, trustedPerson } from '../schema/concerns.ts'

export type NewConcern = Pick<
  typeof concern.$inferSelect,
  'organisation' | 'id' | 'month' | 'trusted' | 'nf' | 'mac' | 'box' | 'readableOn' | 'escalateAfter'
>

/**
 * Takes a locked concern in, once for each ticket; the same again changes nothing. All that become readable on the same day are written anew,
 * in the order of random ids: see the table.
 * @returns the day on which it can be read
 */
export async function putConcern(
  urn: Urn,
  put: NewConcern,
): Promise<Result<string, { code: 'ticket-spent' } | { code: 'unknown-trusted-person' }>> {
  const { organisation, readableOn } = put
  return urn.transaction(async (tx) => {
    await tx.execute(holdInboxAlone(organisation))
    const [earlier] = await tx
      .select({ mac: concern.mac, readableOn: concern.readableOn })
      .from(concern)
      .where(and(eq(concern.organisation, organisation), eq(concern.nf, put.nf)))
    if (earlier) return earlier.mac.equals(put.mac) ? ok(earlier.readableOn) : err({ code: 'ticket-spent' })
    const [trusted] = await tx
      .select({ id: trustedPerson.id })
      .from(trustedPerson)
      .where(
        and(
          eq(trustedPerson.organisation, organisation),
          eq(trustedPerson.id, put.trusted),
          eq(trustedPerson.ended, false),
          isNotNull(trustedPerson.person),
        ),
      )
    if (!trusted) return err({ code: 'unknown-trusted-person' })
    const batch = and(eq(concern.organisation, organisation), eq(concern.readableOn, readableOn))
    const others = await tx.delete(concern).where(batch).returning()
    const all = [...others, { ...put, state: 'new' as const, waitingSince: readableOn }]
    await tx.insert(concern).values(all.sort((a, b) => (a.id < b.id ? -1 : 1)))
    return ok(readableOn)
  })
}

/** What a ticket for a reply belongs to; null for one that is not known. */
export async function findReplyTicket(
  urn: Urn,
  organisation: string,
  message: string,
): Promise<{ concern: string; month: string; ticketHash: Buffer } | null> {
  const [row] = await urn
    .select({ concern: concern.id, month: concern.month, ticketHash: concernMessage.ticketHash })
    .from(concernMessage)
    .innerJoin(
      concern,
      and(eq(concern.organisation, concernMessage.organisation), eq(concern.id, concernMessage.concern)),
    )
    .where(and(eq(concernMessage.organisation, organisation), eq(concernMessage.id, message)))
  return row?.ticketHash ? { ...row, ticketHash: row.ticketHash } : null
}

export type NewConcernReply = Pick<
  typeof concernMessage.$inferSelect,
  'organisation' | 'id' | 'concern' | 'day' | 'locked'
> & { readonly answers: string; readonly mac: Buffer }

/**
 * Takes in the one reply that a ticket allows; the same again changes nothing. The replies of a day are all written anew.
 * @returns the day on which it can be read
 */
export async function putConcernReply(
  urn: Urn,
  put: NewConcernReply,
): Promise<Result<string, { code: 'reply-already-sent' }>> {
  const { organisation, day } = put
  return urn.transaction(async (tx) => {
    await tx.execute(holdInboxAlone(organisation))
    const ofOrganisation = eq(concernMessage.organisation, organisation)
    const [earlier] = await tx
      .select({ mac: concernMessage.mac, day: concernMessage.day })
      .from(concernMessage)
      .where(and(ofOrganisation, eq(concernMessage.answers, put.answers)))
    if (earlier) return earlier.mac?.equals(put.mac) ? ok(earlier.day) : err({ code: 'reply-already-sent' })
    const [said] = await tx
      .select({ messages: count() })
      .from(concernMessage)
      .where(and(ofOrganisation, eq(concernMessage.concern, put.concern)))
    const batch = and(ofOrganisation, eq(concernMessage.by, 'sender'), eq(concernMessage.day, day))
    const others = await tx.delete(concernMessage).where(batch).returning()
    const mine = { ...put, by: 'sender' as const, number: (said?.messages ?? 0) + 1 }
    await tx.insert(concernMessage).values([...others, mine].sort((a, b) => (a.id < b.id ? -1 : 1)))
    await tx
      .update(concern)
      .set({ waitingSince: sql`coalesce(${concern.waitingSince}, ${day}::date)` })
      .where(and(eq(concern.organisation, organisation), eq(concern.id, put.concern)))
    return ok(day)
  })
}

/** All that was said to senders, as everybody gets it: in the order of random ids, and nothing of what belongs together. */
export async function listSealedConcernAnswers(
  urn: Urn,
  organisation: string,
): Promise<{ id: string; day: string; box: Buffer }[]> {
  const rows = await urn
    .select({ id: concernMessage.id, day: concernMessage.day, box: concernMessage.box })
    .from(concernMessage)
    .where(and(eq(concernMessage.organisation, organisation), isNotNull(concernMessage.box)))
    .orderBy(asc(concernMessage.id))
  return rows.flatMap(({ box, ...row }) => (box === null ? [] : [{ ...row, box }]))
}

/** Two at once could both write a day anew, and one would be lost. Only who has a ticket can make others wait. */
function holdInboxAlone(organisation: string) {
  return sql`SELECT pg_advisory_xact_lock(hashtextextended(${`concerns ${organisation}`}, 0))`
}
