import type { FoundPeople } from '@chorus/contracts/roles'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** People whose name or address has these words; nothing is asked for fewer than two letters. */
export const peopleQuery = (search: string) =>
  queryOptions({
    queryKey: ['people', search],
    queryFn: () => request<FoundPeople>('GET', `/api/colleagues?search=${encodeURIComponent(search)}`),
    enabled: search.length >= 2,
  })
