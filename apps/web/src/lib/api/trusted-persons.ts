import type { TrustedPersons } from '@chorus/contracts/concerns'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** Whom concerns can be sent to: the same for everybody who is signed in. */
export const trustedPersonsQuery = queryOptions({
  queryKey: ['trusted-persons'],
  queryFn: () => request<TrustedPersons>('GET', '/api/trusted-persons'),
})
