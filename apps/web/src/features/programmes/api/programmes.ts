import type { Programme } from '@chorus/contracts/programme'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: () => request<{ programmes: Programme[] }>('GET', '/api/programmes'),
})
