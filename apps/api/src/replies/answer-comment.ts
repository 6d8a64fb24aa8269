import { randomBytes, randomUUID } from 'node:crypto'
import { writeAnswer } from '@chorus/ballot/answer-bytes'
import { cleanText, roomLeft } from '@chorus/ballot/padded-text'
import { sealToAuthor } from '@chorus/ballot/reply-box'
import { err, ok, type Result } from '@chorus/basics/result'
import type { ReadableFrom } from '@chorus/contracts/replies'
import type { Office as OfficeConnection } from '@chorus/db/database'
import { insertCommentAnswer } from '@chorus/db/stores/comment-answers'
import type { findComment } from '@chorus/db/stores/releases'
import { batchDay } from './batch-day.ts'
import type { Office } from './office-of.ts'
import { ticketHash } from './ticket-hash.ts'

type Answerable = NonNullable<Awaited<ReturnType<typeof findComment>>> & {
  readonly organisation: string
  readonly id: string
}

/** Seals what an office says, and a fresh ticket for one reply, to the author of a comment. Neither is readable before its batch. */
export async function answerComment(
  connection: OfficeConnection,
  comment: Answerable,
  office: Office,
  typed: string,
  now: Date,
): Promise<Result<ReadableFrom, { code: 'comment-not-answerable' } | { code: 'malformed-request' }>> {
  const text = cleanText(typed)
  if (text === '' || roomLeft(text) < 0) return err({ code: 'malformed-request' })
  const ticket = randomBytes(16)
  const box = await sealed(writeAnswer({ ticket, unit: office.unit?.name ?? null, text }), comment.replyKey)
  if (box === null) return err({ code: 'comment-not-answerable' })
  const readableOn = batchDay(now)
  await insertCommentAnswer(connection, {
    organisation: comment.organisation,
    wave: comment.wave,
    id: randomUUID(),
    comment: comment.id,
    scale: comment.scale,
    unit: office.unit?.id ?? null,
    text,
    readableOn,
    box,
    ticketHash: ticketHash(ticket),
  })
  return ok({ readableOn })
}

/** Null where the author's device sent no key, or bytes that are none. */
async function sealed(plaintext: Uint8Array, key: Uint8Array | null): Promise<Buffer | null> {
  if (key === null) return null
  try {
    return Buffer.from(await sealToAuthor(plaintext, key))
  } catch {
    return null
  }
}
