import type { InstrumentsAnswer } from '@chorus/contracts/set-up'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const instrumentsQuery = queryOptions({
  queryKey: ['instruments'],
  queryFn: () => request<InstrumentsAnswer>('GET', '/api/set-up/instruments'),
})
