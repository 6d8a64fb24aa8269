import type { SignedOut } from '@chorus/contracts/sign-in'
import { findSignInProvider } from '@chorus/db/stores/sign-in-providers'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import type { Parts } from '../../parts.ts'
import { afterSignOutAddress } from './addresses.ts'
import { providerClient } from './provider-client.ts'
import { providerFault } from './provider-fault.ts'

const cookieName = 'chorus_provider'
const path = '/api/session'

/** The browser remembers by which provider it came, until it is closed: so that signing out can offer to sign out there, too. */
export function rememberProvider(parts: Parts, reply: FastifyReply, organisation: string): void {
  reply.setCookie(cookieName, organisation, {
    httpOnly: true,
    sameSite: 'strict',
    secure: parts.secureCookies,
    path,
  })
}

/**
 * Where somebody who signs out of this organisation can sign out of the provider, too (OpenID Connect RP-Initiated Logout 1.0); null for
 * whoever came another way, and where the provider has no such address or does not say so at the moment: signing out here never waits on it.
 */
export async function providerSignOut(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  organisation: string,
): Promise<SignedOut['alsoAt'] | null> {
  if (request.cookies[cookieName] === undefined) return null
  reply.clearCookie(cookieName, { path })
  if (request.cookies[cookieName] !== organisation) return null
  const provider = await findSignInProvider(parts.database.office, organisation)
  if (provider === null) return null
  const client = await providerClient(parts, provider).catch(providerFault)
  if ('refusal' in client || client.serverMetadata().end_session_endpoint === undefined) return null
  const address = oidc.buildEndSessionUrl(client, {
    post_logout_redirect_uri: afterSignOutAddress(parts, request),
  })
  return { name: provider.name, address: address.href }
}
