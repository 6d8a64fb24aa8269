import type { AllRights, GiveRights } from '@chorus/contracts/roles'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const rightsQuery = queryOptions({
  queryKey: ['rights'],
  queryFn: () => request<AllRights>('GET', '/api/rights'),
  staleTime: 0,
})

export function giveRights(person: string, rights: GiveRights): Promise<{ waits: boolean }> {
  return request('PUT', `/api/rights/${encodeURIComponent(person)}`, rights)
}
