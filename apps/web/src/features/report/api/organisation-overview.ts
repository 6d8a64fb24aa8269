import type { OrganisationOverview } from '@chorus/contracts/report-across-units'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const organisationOverviewQuery = queryOptions({
  queryKey: ['reports', 'overview'],
  queryFn: () => request<OrganisationOverview>('GET', '/api/reports/overview'),
})
