import type { ReadableFrom, ReplyRequest, SealedAnswers } from '@chorus/contracts/replies'
import { requestUnnamed } from '../../../lib/api/request.ts'

/** All answers of a wave, asked for without saying who asks: nobody learns which of them are looked for. */
export async function getSealedAnswers(wave: string): Promise<SealedAnswers> {
  return requestUnnamed('GET', `/w/${encodeURIComponent(wave)}/comment-answers`)
}

/** Without saying who replies: the ticket is the right to. Sending the same again is safe. */
export async function sendReply(wave: string, reply: ReplyRequest): Promise<ReadableFrom> {
  return requestUnnamed('POST', `/u/${encodeURIComponent(wave)}/reply`, reply)
}
