import type { UnitComments } from '@chorus/contracts/report'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const unitCommentsQuery = (unit: string, wave: string) =>
  queryOptions({
    queryKey: ['reports', 'comments', unit, wave],
    queryFn: () =>
      request<UnitComments>(
        'GET',
        `/api/reports/units/${encodeURIComponent(unit)}/comments?wave=${encodeURIComponent(wave)}`,
      ),
  })
