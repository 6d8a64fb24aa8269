import type { ProviderRefusal } from '@chorus/contracts/sign-in'
import { findPersonByEmail, findPersonByExternalId } from '@chorus/db/stores/sign-in-links'
import type { SignInProviderRow } from '@chorus/db/stores/sign-in-providers'
import * as oidc from 'openid-client'
import type { Parts } from '../../parts.ts'
import { type Claims, claimedPerson } from './claimed-person.ts'
import { providerClient } from './provider-client.ts'
import { providerFault } from './provider-fault.ts'

export type JourneyEnd = {
  readonly refusal: ProviderRefusal | null
  readonly said: string | null
  readonly value: string | null
  readonly person: { readonly id: string; readonly name: string } | null
}

/**
 * Whom a provider sent back. The code is exchanged, the ID token's signature, issuer, audience, nonce and times are checked
 * (OpenID Connect Core 1.0, 3.1.3.7), and then the roster of this one organisation decides.
 * @param came the whole address that the browser was sent back to
 */
export async function journeyEnd(
  parts: Parts,
  provider: SignInProviderRow,
  checks: { readonly state: string; readonly nonce: string; readonly verifier: string },
  came: URL,
): Promise<JourneyEnd> {
  const claims = await claimsOf(parts, provider, checks, came).catch(providerFault)
  if ('refusal' in claims) return { ...claims, value: null, person: null }
  const shown = claims.read[provider.claim]
  const value = typeof shown === 'string' || typeof shown === 'number' ? String(shown).slice(0, 300) : null
  const claimed = claimedPerson(provider, claims.read)
  if (!claimed.ok) return { refusal: claimed.error.code, said: null, value, person: null }
  const { office } = parts.database
  const person =
    'email' in claimed.value
      ? await findPersonByEmail(office, provider.organisation, claimed.value.email)
      : await findPersonByExternalId(office, provider.organisation, claimed.value.externalId)
  return { refusal: person ? null : 'not-on-roster', said: null, value, person }
}

/** Claims of the ID token and, where the provider says more there, of its userinfo endpoint. */
async function claimsOf(
  parts: Parts,
  provider: SignInProviderRow,
  { state, nonce, verifier }: { state: string; nonce: string; verifier: string },
  came: URL,
): Promise<{ read: Claims }> {
  const client = await providerClient(parts, provider)
  const tokens = await oidc.authorizationCodeGrant(client, came, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const idToken = tokens.claims()
  if (idToken === undefined) throw new Error('the library promised an ID token')
  if (client.serverMetadata().userinfo_endpoint === undefined) return { read: idToken }
  const said = await oidc.fetchUserInfo(client, tokens.access_token, idToken.sub)
  return { read: { ...said, ...idToken } }
}
