import type { UnitsMap } from '@chorus/contracts/report-across-units'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const unitsMapQuery = queryOptions({
  queryKey: ['reports', 'map'],
  queryFn: () => request<UnitsMap>('GET', '/api/reports/map'),
})
