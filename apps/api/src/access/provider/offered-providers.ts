import type { ProviderOffers } from '@chorus/contracts/sign-in'
import type { Office } from '@chorus/db/database'
import { listOfferedProviders } from '@chorus/db/stores/sign-in-providers'
import { listOrganisationIds } from '@chorus/db/stores/whose'

/**
 * The buttons that the sign-in page shows to whoever comes: that of the only organisation, or of the one whose id the visitor knows. Which others
 * are here is nobody's business.
 */
export async function offeredProviders(
  office: Office,
  organisation: string | undefined,
): Promise<ProviderOffers> {
  const offered = await listOfferedProviders(office)
  const isAlone = (await listOrganisationIds(office)).length === 1
  const shown = isAlone ? offered : offered.filter((one) => one.organisation === organisation)
  return { providers: shown.map(named), asksAddress: !isAlone && offered.length > 0 }
}

/**
 * The buttons for an address: those of organisations that let people of its domain in. Nobody is looked up, so the answer and its time are
 * the same whether anybody has the address.
 */
export async function providersForAddress(
  office: Office,
  email: string,
): Promise<ProviderOffers['providers']> {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  const offered = await listOfferedProviders(office)
  return offered.filter(({ domains }) => domains.includes(domain)).map(named)
}

function named({ organisation, name }: { organisation: string; name: string }) {
  return { organisation, name }
}
