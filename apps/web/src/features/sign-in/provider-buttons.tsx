import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { providersQuery } from './api/providers.ts'
import { ProviderByAddress } from './provider-by-address.tsx'
import { ProviderLinks } from './provider-links.tsx'

/** Of the organisation that the address of the page names, or of the only one; where there are several, whoever comes says first who it is. */
export function ProviderButtons({ wave }: { wave: string | undefined }) {
  const [organisation] = useState(() => new URLSearchParams(window.location.search).get('organisation'))
  const offers = useQuery(providersQuery(organisation)).data
  if (offers === undefined) return null
  if (offers.providers.length > 0) return <ProviderLinks providers={offers.providers} wave={wave} />
  return offers.asksAddress ? <ProviderByAddress wave={wave} /> : null
}
