import type { ReadableFrom, ReplyRequest, SealedAnswers } from '@chorus/contracts/replies'
import { queryOptions } from '@tanstack/react-query'
import { requestUnnamed } from '../../../lib/api/request.ts'

/** All answers of a wave, asked for once and without saying who asks: nobody learns which of them are looked for. */
export const sealedAnswersQuery = (wave: string) =>
  queryOptions({
    queryKey: ['sealed-answers', wave],
    queryFn: () => requestUnnamed<SealedAnswers>('GET', `/w/${encodeURIComponent(wave)}/comment-answers`),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** Without saying who replies: the ticket is the right to. Sending the same again is safe. */
export async function sendReply(wave: string, reply: ReplyRequest): Promise<ReadableFrom> {
  return requestUnnamed('POST', `/u/${encodeURIComponent(wave)}/reply`, reply)
}
