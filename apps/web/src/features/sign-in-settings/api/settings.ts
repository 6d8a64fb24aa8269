import type {
  NewSignInProvider,
  ProviderTry,
  SetProviderAnswer,
  SignInSettings,
} from '@chorus/contracts/sign-in'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const settingsQuery = queryOptions({
  queryKey: ['sign-in-settings'],
  queryFn: () => request<SignInSettings>('GET', '/api/sign-in-settings'),
})

/** How the try ended from which this browser has just come back. It is told once, so it is kept as long as the page is. */
export const triedQuery = queryOptions({
  queryKey: ['sign-in-settings', 'tried'],
  queryFn: () => request<ProviderTry>('GET', '/api/sign-in-settings/tried'),
  staleTime: Number.POSITIVE_INFINITY,
})

export async function setProvider(provider: NewSignInProvider): Promise<SetProviderAnswer> {
  return request('PUT', '/api/sign-in-settings/provider', provider)
}

export async function removeProvider(): Promise<void> {
  return request('DELETE', '/api/sign-in-settings/provider')
}
