import { findSignInProvider } from '@chorus/db/stores/sign-in-providers'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import type { Parts } from '../../parts.ts'
import { callbackAddress } from './addresses.ts'
import { providerClient } from './provider-client.ts'
import { type ProviderFault, providerFault } from './provider-fault.ts'
import { beginJourney } from './provider-journey.ts'

type Start = { readonly organisation: string; readonly to: string; readonly triedBy: string | null }

/**
 * The provider's page to send the browser to, with state, nonce and the challenge of PKCE (RFC 7636); what answers them stays in the
 * browser's cookie. One that is not offered is there to be tried only.
 */
export async function setOut(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  { organisation, to, triedBy }: Start,
): Promise<{ address: string } | ProviderFault> {
  const provider = await findSignInProvider(parts.database.office, organisation)
  if (provider === null || !(provider.offered || triedBy !== null))
    return { refusal: 'provider-not-set-up', said: null }
  const client = await providerClient(parts, provider).catch(providerFault)
  if ('refusal' in client) return client
  const journey = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  }
  beginJourney(parts, reply, { organisation, ...journey, to, triedBy })
  const address = oidc.buildAuthorizationUrl(client, {
    redirect_uri: callbackAddress(parts, request),
    scope: 'openid profile email',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
  })
  return { address: address.href }
}
