import type { OrganisationTree } from '@chorus/contracts/organisation'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const organisationQuery = queryOptions({
  queryKey: ['organisation'],
  queryFn: () => request<OrganisationTree>('GET', '/api/organisation'),
})
