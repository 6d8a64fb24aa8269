import type {
  ConcernMonthAnswer,
  ConcernReadable,
  ConcernReplyRequest,
  ConcernRequestSent,
  MyConcernMonth,
  SealedConcernAnswers,
  TicketAnswer,
  TicketRequest,
} from '@chorus/contracts/concerns'
import { queryOptions } from '@tanstack/react-query'
import { request, requestUnnamed } from '../../../lib/api/request.ts'

export async function askForMonth(): Promise<MyConcernMonth> {
  return request('GET', '/api/my/concern-month')
}

/** Without saying who asks: keys that were made for one person alone would not be shown here. */
export async function askForKeys(organisation: string): Promise<ConcernMonthAnswer> {
  return requestUnnamed('GET', `/w/concerns/${encodeURIComponent(organisation)}/month`)
}

export async function askForTickets(asked: TicketRequest): Promise<TicketAnswer> {
  return request('POST', '/api/my/concern-tickets', asked)
}

/** Without saying who sends it: the ticket is the right to. Sending the same again is safe. */
export async function sendConcern(
  organisation: string,
  concern: ConcernRequestSent,
): Promise<ConcernReadable> {
  return requestUnnamed('POST', `/u/concerns/${encodeURIComponent(organisation)}`, concern)
}

/** All that was said to senders, asked for without saying who asks: nobody learns which of it is looked for. */
export const sealedConcernAnswersQuery = (organisation: string) =>
  queryOptions({
    queryKey: ['sealed-concern-answers', organisation],
    queryFn: () =>
      requestUnnamed<SealedConcernAnswers>('GET', `/w/concerns/${encodeURIComponent(organisation)}/answers`),
    retry: false,
  })

export async function sendConcernReply(
  organisation: string,
  reply: ConcernReplyRequest,
): Promise<ConcernReadable> {
  return requestUnnamed('POST', `/u/concerns/${encodeURIComponent(organisation)}/reply`, reply)
}
