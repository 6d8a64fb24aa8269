import type {
  Action,
  ActionOwners,
  AddActionSent,
  ChangeActionSent,
  UnitActions,
} from '@chorus/contracts/actions'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const actionsKey = ['actions'] as const

export const unitActionsQuery = (unit: string) =>
  queryOptions({
    queryKey: [...actionsKey, unit],
    queryFn: () => request<UnitActions>('GET', `/api/actions?unit=${encodeURIComponent(unit)}`),
  })

export const actionQuery = (id: string) =>
  queryOptions({
    queryKey: [...actionsKey, 'one', id],
    queryFn: () => request<Action>('GET', `/api/actions/${id}`),
  })

export const actionOwnersQuery = (unit: string) =>
  queryOptions({
    queryKey: ['action-owners', unit],
    queryFn: () => request<ActionOwners>('GET', `/api/actions/owners?unit=${encodeURIComponent(unit)}`),
  })

export function addAction(given: AddActionSent): Promise<Action> {
  return request<Action>('POST', '/api/actions', given)
}

export function changeAction(id: string, change: ChangeActionSent): Promise<Action> {
  return request<Action>('PATCH', `/api/actions/${id}`, change)
}
