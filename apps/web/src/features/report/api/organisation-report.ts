import type { OrganisationReport } from '@chorus/contracts/report'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const organisationReportQuery = queryOptions({
  queryKey: ['reports', 'organisation'],
  queryFn: () => request<OrganisationReport>('GET', '/api/reports/organisation'),
})
