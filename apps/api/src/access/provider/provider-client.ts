import { remembered } from '@chorus/basics/remembered'
import type { SignInProviderRow } from '@chorus/db/stores/sign-in-providers'
import * as oidc from 'openid-client'
import type { Parts } from '../../parts.ts'

const rememberedMilliseconds = 10 * 60_000
const patienceSeconds = 10

/** What is known of providers in this process, by its parts. */
const knownBy = remembered((_: Parts) => new Map<string, { until: number; client: oidc.Configuration }>())

/** What a client secret is sealed for. */
export function secretPurpose(organisation: string): string {
  return `client secret ${organisation}`
}

/**
 * A client of the provider, by what the provider says of itself under its address (OpenID Connect Discovery 1.0). That is asked for once in ten minutes.
 * Every address it names must be https, redirects are not followed, and signatures of ID tokens are checked although they come over TLS.
 * @throws what `openid-client` throws, see `provider-fault.ts`
 */
export async function providerClient(parts: Parts, row: SignInProviderRow): Promise<oidc.Configuration> {
  const known = knownBy(parts)
  const key = JSON.stringify([
    row.organisation,
    row.issuer,
    row.clientId,
    row.clientSecret?.toString('base64'),
  ])
  const now = parts.now().getTime()
  const found = known.get(key)
  if (found && now < found.until) return found.client
  const client = await discover(parts, row)
  known.set(key, { until: now + rememberedMilliseconds, client })
  return client
}

async function discover(parts: Parts, row: SignInProviderRow): Promise<oidc.Configuration> {
  const secret = row.clientSecret && parts.secrets.open(secretPurpose(row.organisation), row.clientSecret)
  return oidc.discovery(
    new URL(row.issuer),
    row.clientId,
    { [oidc.clockSkew]: Math.round((parts.now().getTime() - Date.now()) / 1000) },
    secret ? oidc.ClientSecretPost(secret) : oidc.None(),
    {
      timeout: patienceSeconds,
      execute: [
        oidc.enableNonRepudiationChecks,
        ...(parts.loopbackProviders && isLoopback(row.issuer) ? [oidc.allowInsecureRequests] : []),
      ],
    },
  )
}

/** Whether an issuer may be asked at all: https, without a name, password, query or fragment in its address. */
export function mayBeAsked(parts: Parts, issuer: string): boolean {
  const { protocol, username, password, search, hash } = new URL(issuer)
  if (username || password || search || hash) return false
  return protocol === 'https:' || (parts.loopbackProviders === true && isLoopback(issuer))
}

function isLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && hostname === '127.0.0.1'
}
