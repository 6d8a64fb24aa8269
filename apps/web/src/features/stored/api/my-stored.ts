import type { MyStored } from '@chorus/contracts/stored'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

/** Asked anew on every visit: these are the rows as they stand. */
export const myStoredQuery = queryOptions({
  queryKey: ['my-stored'],
  queryFn: () => request<MyStored>('GET', '/api/my/stored'),
  staleTime: 0,
})
