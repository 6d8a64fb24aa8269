import type { MadeToken, NewToken, PersonalTokens } from '@chorus/contracts/tokens'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: () => request<PersonalTokens>('GET', '/api/tokens'),
})

export async function makeToken(token: NewToken): Promise<MadeToken> {
  return request('POST', '/api/tokens', token)
}

export async function revokeToken(id: string): Promise<void> {
  return request('DELETE', `/api/tokens/${encodeURIComponent(id)}`)
}
