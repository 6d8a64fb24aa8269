import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

/** Whether links can be asked for here. */
export const linkOfferQuery = queryOptions({
  queryKey: ['link-offer'],
  queryFn: () => request<{ offered: boolean }>('GET', '/api/session/link'),
})

/** The answer is the same whether anybody has the address. */
export async function askForLink(asked: { email: string; wave?: string }): Promise<void> {
  await request('POST', '/api/session/link', asked)
}
