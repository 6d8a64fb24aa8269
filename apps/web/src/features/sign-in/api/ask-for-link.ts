import type { LinkAsked } from '@chorus/contracts/mail'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

/** Whether links can be asked for here. */
export const linkOfferQuery = queryOptions({
  queryKey: ['link-offer'],
  queryFn: () => request<{ offered: boolean }>('GET', '/api/session/link'),
})

/** The answer is of the same kind whether anybody has the address. */
export async function askForLink(asked: { email: string; wave?: string }): Promise<LinkAsked> {
  return request('POST', '/api/session/link', asked)
}
