import { err, ok, type Result } from '@chorus/basics/result'
import { and, eq } from 'drizzle-orm'
import type { Urn } from '../database.ts'
import { commentAnswer, commentReply } from '../schema/replies.ts'
import { holdWaveAlone } from './wave-lock.ts'

export type NewReply = {
  readonly wave: string
  readonly answer: string
  /** SHA-256 of the ticket that was shown. */
  readonly ticketHash: Buffer
  readonly text: string
  /** ISO day. */
  readonly readableOn: string
}

/**
 * Takes in the one reply that a ticket allows; the same again changes nothing. The wave's replies for that day are all written anew, in
 * the order of random ids: see the table.
 * @returns the day on which it can be read
 */
export async function putReply(
  urn: Urn,
  { wave, answer, ticketHash, text, readableOn }: NewReply,
): Promise<Result<string, { code: 'reply-ticket-not-valid' } | { code: 'reply-already-sent' }>> {
  return urn.transaction(async (tx) => {
    const [asked] = await tx
      .select({ organisation: commentAnswer.organisation, ticketHash: commentAnswer.ticketHash })
      .from(commentAnswer)
      .where(and(eq(commentAnswer.wave, wave), eq(commentAnswer.id, answer)))
    if (!asked?.ticketHash.equals(ticketHash)) return err({ code: 'reply-ticket-not-valid' })
    // Only for who may reply: nobody else can make others wait.
    await tx.execute(holdWaveAlone(wave))
    const { organisation } = asked
    const ofWave = and(eq(commentReply.organisation, organisation), eq(commentReply.wave, wave))
    const [earlier] = await tx
      .select()
      .from(commentReply)
      .where(and(ofWave, eq(commentReply.answer, answer)))
    if (earlier) return earlier.text === text ? ok(earlier.readableOn) : err({ code: 'reply-already-sent' })
    const batch = and(ofWave, eq(commentReply.readableOn, readableOn))
    const others = await tx.select().from(commentReply).where(batch)
    await tx.delete(commentReply).where(batch)
    const all = [...others, { organisation, wave, answer, text, readableOn }]
    await tx.insert(commentReply).values(all.sort((a, b) => (a.answer < b.answer ? -1 : 1)))
    return ok(readableOn)
  })
}
