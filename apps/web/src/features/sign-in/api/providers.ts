import type { ProviderOffers } from '@chorus/contracts/sign-in'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const providersQuery = queryOptions({
  queryKey: ['sign-in-providers'],
  queryFn: () => request<ProviderOffers>('GET', '/api/sign-in/providers'),
})
