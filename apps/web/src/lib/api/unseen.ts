import type { Unseen } from '@chorus/contracts/commons'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** How much there is that one was told of and has not seen: asked for when a page is looked at again, and at most once a minute. */
export const unseenQuery = queryOptions({
  queryKey: ['unseen'],
  queryFn: () => request<Unseen>('GET', '/api/my/notifications/unseen'),
  staleTime: 60_000,
  refetchOnWindowFocus: true,
})
