import type {
  MadeScimToken,
  ScimConnection,
  ScimCuts,
  ScimCutsNow,
  ScimSettings,
  SetScimSettings,
} from '@chorus/contracts/scim'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const scimQuery = queryOptions({
  queryKey: ['scim'],
  queryFn: () => request<ScimConnection>('GET', '/api/scim'),
})

export function makeScimToken(name: string): Promise<MadeScimToken> {
  return request('POST', '/api/scim/tokens', { name })
}

export function renewScimToken(id: string): Promise<MadeScimToken> {
  return request('POST', `/api/scim/tokens/${encodeURIComponent(id)}/rotate`)
}

export function revokeScimToken(id: string): Promise<void> {
  return request('DELETE', `/api/scim/tokens/${encodeURIComponent(id)}`)
}

export function saveScimSettings(settings: ScimSettings): Promise<SetScimSettings> {
  return request('PUT', '/api/scim/settings', settings)
}

export const scimCutsQuery = queryOptions({
  queryKey: ['scim', 'cuts'],
  queryFn: () => request<ScimCutsNow>('GET', '/api/scim/cuts'),
})

export function saveScimCuts(cuts: ScimCuts['cuts']): Promise<ScimCuts> {
  return request('PUT', '/api/scim/cuts', { cuts })
}
