import type { Delegations, MyReaders, NewDelegation } from '@chorus/contracts/delegation'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const delegationsQuery = queryOptions({
  queryKey: ['delegations'],
  queryFn: () => request<Delegations>('GET', '/api/delegations'),
  staleTime: 0,
})

export const readersQuery = queryOptions({
  queryKey: ['readers'],
  queryFn: () => request<MyReaders>('GET', '/api/my/readers'),
})

export function addDelegation(delegation: NewDelegation): Promise<{ id: string }> {
  return request('POST', '/api/delegations', delegation)
}

export function endDelegation(id: string): Promise<void> {
  return request('DELETE', `/api/delegations/${encodeURIComponent(id)}`)
}
