import { z } from 'zod'
import { scaleId, waveId } from './ids.ts'
import { localisedText } from './instrument.ts'

/** n bytes as base64url without padding. */
const bytes = (n: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((n * 4) / 3)}}$`))

/** A text on its way takes so many bytes, whatever its length: those that `@chorus/ballot/padded-text` writes. */
export const textBytes = 1911

/** `POST /api/reports/comments/{comment}/answers`: what the reader's office says to the author of a comment. */
export const commentAnswerRequest = z.object({ text: z.string().min(1).max(4000) }).strict()
export type CommentAnswerRequest = z.infer<typeof commentAnswerRequest>

/** The day (UTC) of the batch with which the other side can read it. */
export const readableFrom = z.object({ readableOn: z.iso.date() })
export type ReadableFrom = z.infer<typeof readableFrom>

/** `GET /api/reports/units/{unit}/conversations`: what the reader's office said to authors, and what they replied. Oldest first. */
export const conversations = z.object({
  answers: z.array(
    z.object({
      comment: z.uuid(),
      /** The unit whose manager said it; null for HR. */
      unit: z.string().nullable(),
      text: z.string(),
      readableOn: z.iso.date(),
      /** Whether the author can read it by now. */
      isReadable: z.boolean(),
      reply: z.string().nullable(),
    }),
  ),
})
export type Conversations = z.infer<typeof conversations>

/** `GET /w/{wave}/comment-answers`: all answers that authors can read by now, the same bytes for everybody. Each opens for one author alone. */
export const sealedAnswers = z.object({
  answers: z.array(z.object({ id: z.uuid(), scale: scaleId, readableOn: z.iso.date(), box: z.string() })),
})
export type SealedAnswers = z.infer<typeof sealedAnswers>

/** `POST /u/{wave}/reply`, without credentials: once for each ticket; the same again is safe. */
export const replyRequest = z.object({ answer: z.uuid(), ticket: bytes(16), text: bytes(textBytes) }).strict()
export type ReplyRequest = z.infer<typeof replyRequest>

/** `GET /api/my/commented-waves`: published waves that asked for comments, the same for everybody in the organisation. Newest first. */
export const commentedWaves = z.object({
  waves: z.array(
    z.object({
      wave: waveId,
      label: z.string(),
      closed: z.iso.date(),
      scales: z.array(z.object({ id: scaleId, name: z.union([z.string(), localisedText]) })),
    }),
  ),
})
export type CommentedWaves = z.infer<typeof commentedWaves>
