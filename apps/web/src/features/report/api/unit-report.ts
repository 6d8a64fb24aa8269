import type { UnitReport } from '@chorus/contracts/report'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const unitReportQuery = (unit: string) =>
  queryOptions({
    queryKey: ['reports', 'unit', unit],
    queryFn: () => request<UnitReport>('GET', `/api/reports/units/${encodeURIComponent(unit)}`),
  })
