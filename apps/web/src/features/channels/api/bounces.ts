import type { BounceSecret, MadeBounceSecret } from '@chorus/contracts/bounces'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

const path = '/api/mail/bounce-secret'

export const bounceSecretQuery = queryOptions({
  queryKey: ['bounce-secret'],
  queryFn: () => request<BounceSecret>('GET', path),
  staleTime: 0,
})

export async function makeBounceSecret(): Promise<MadeBounceSecret> {
  return request('POST', path, {})
}

export async function removeBounceSecret(): Promise<void> {
  return request('DELETE', path)
}
