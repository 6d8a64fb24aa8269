import type { ReportableUnits } from '@chorus/contracts/report'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const reportableUnitsQuery = queryOptions({
  queryKey: ['reports', 'units'],
  queryFn: () => request<ReportableUnits>('GET', '/api/reports/units'),
})
