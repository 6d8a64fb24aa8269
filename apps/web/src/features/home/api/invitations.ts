import type { Invitations } from '@chorus/contracts/collect'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

/** Asked anew on every visit: the survey page is another document, and the answer may just have been counted. */
export const invitationsQuery = queryOptions({
  queryKey: ['my-invitations'],
  queryFn: () => request<Invitations>('GET', '/api/my/invitations'),
  staleTime: 0,
})
