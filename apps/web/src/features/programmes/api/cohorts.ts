import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export type Cohort = { label: string; size: number; units: string[] }

export const cohortsQuery = (programme: string) =>
  queryOptions({
    queryKey: ['cohorts', programme],
    queryFn: () =>
      request<{ cohorts: Cohort[] }>('GET', `/api/programmes/${encodeURIComponent(programme)}/cohorts`),
    staleTime: 0,
  })
