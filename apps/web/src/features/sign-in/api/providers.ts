import type { FoundProviders, ProviderOffers } from '@chorus/contracts/sign-in'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

/** @param organisation whose button the address of the page asks for; null where it asks for none */
export const providersQuery = (organisation: string | null) =>
  queryOptions({
    queryKey: ['sign-in-providers', organisation],
    queryFn: () =>
      request<ProviderOffers>(
        'GET',
        organisation === null
          ? '/api/sign-in/providers'
          : `/api/sign-in/providers?organisation=${encodeURIComponent(organisation)}`,
      ),
  })

/** The answer is of the same kind whether anybody has the address. */
export async function findProviders(email: string): Promise<FoundProviders> {
  return request('POST', '/api/sign-in/providers', { email })
}
