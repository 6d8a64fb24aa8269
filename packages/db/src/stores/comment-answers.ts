import { and, asc, eq, lte } from 'drizzle-orm'
import type { Office, Reporter, Urn } from '../database.ts'
import { commentAnswer, commentReply } from '../schema/replies.ts'
import type { WaveKey } from './sealed-waves.ts'

/** Says something to the author of a comment, in the role of an office. */
export async function insertCommentAnswer(
  office: Office,
  answer: typeof commentAnswer.$inferInsert,
): Promise<void> {
  await office.insert(commentAnswer).values(answer)
}

/** What an office reads of its own conversations. */
export type OwnAnswer = {
  readonly comment: string
  /** The unit whose manager answered; null is HR. */
  readonly unit: string | null
  readonly text: string
  /** ISO days. */
  readonly readableOn: string
  readonly reply: { readonly text: string; readonly readableOn: string } | null
}

/** All answers of a wave, and what authors replied to them, by the day on which they can be read. */
export async function listCommentAnswers(reporter: Reporter, key: WaveKey): Promise<OwnAnswer[]> {
  const rows = await reporter
    .select({
      comment: commentAnswer.comment,
      unit: commentAnswer.unit,
      text: commentAnswer.text,
      readableOn: commentAnswer.readableOn,
      reply: commentReply.text,
      replyReadableOn: commentReply.readableOn,
    })
    .from(commentAnswer)
    .leftJoin(
      commentReply,
      and(
        eq(commentReply.organisation, commentAnswer.organisation),
        eq(commentReply.wave, commentAnswer.wave),
        eq(commentReply.answer, commentAnswer.id),
      ),
    )
    .where(and(eq(commentAnswer.organisation, key.organisation), eq(commentAnswer.wave, key.wave)))
    .orderBy(asc(commentAnswer.readableOn), asc(commentAnswer.id))
  return rows.map(({ reply, replyReadableOn, ...answer }) => ({
    ...answer,
    reply: reply === null || replyReadableOn === null ? null : { text: reply, readableOn: replyReadableOn },
  }))
}

/** The boxes of a wave up to a day, as everybody gets them. @param day ISO day */
export async function listSealedAnswers(
  urn: Urn,
  waveId: string,
  day: string,
): Promise<{ id: string; scale: string; box: Buffer; readableOn: string }[]> {
  return urn
    .select({
      id: commentAnswer.id,
      scale: commentAnswer.scale,
      box: commentAnswer.box,
      readableOn: commentAnswer.readableOn,
    })
    .from(commentAnswer)
    .where(and(eq(commentAnswer.wave, waveId), lte(commentAnswer.readableOn, day)))
    .orderBy(asc(commentAnswer.id))
}
