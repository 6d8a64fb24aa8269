import type { MyClimate } from '@chorus/contracts/report'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const myClimateQuery = queryOptions({
  queryKey: ['reports', 'mine'],
  queryFn: () => request<MyClimate>('GET', '/api/reports/mine'),
})
