import { type createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import Provider from 'oidc-provider'
import { freePort } from './free-port.ts'

type IdToken = { header: Record<string, unknown>; claims: Record<string, unknown> }

/** A real OpenID provider in this process, over real HTTP, in which one can be whoever one wants to be. */
export type TestProvider = {
  readonly issuer: string
  readonly client: { readonly clientId: string; readonly clientSecret: string }
  /** Who is signed in there, and what the provider says of the person. */
  account: { readonly sub: string; readonly claims: Readonly<Record<string, unknown>> }
  /** Changes each ID token before it is signed again; null leaves them as they are. */
  forge: ((token: IdToken) => void) | null
  /** What the token endpoint was asked for last. */
  readonly asked: { verifier?: string | undefined }
  stop(): Promise<void>
}

/** @param callback addresses that are registered for the client */
export async function startTestProvider(callback: readonly string[]): Promise<TestProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'only', alg: 'RS256', use: 'sig' }
  const client = { clientId: 'chorus', clientSecret: 'a secret between Chorus and the provider' }
  const state: Pick<TestProvider, 'account' | 'forge' | 'asked'> = {
    account: { sub: 'nobody', claims: {} },
    forge: null,
    asked: {},
  }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [...callback],
        post_logout_redirect_uris: callback.map((address) => `${new URL(address).origin}/sign-in`),
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [jwk] },
    claims: { openid: ['sub', 'employee_number'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...state.account.claims }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['a key of this test'] },
  })
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) return next()
    // Whoever comes is signed in as the account of the moment, as with a device that the company knows.
    await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: state.account.sub } })
    ctx.respond = false
    return undefined
  })
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.path !== '/token') return
    state.asked.verifier = String(ctx.oidc.body?.code_verifier)
    const body: unknown = ctx.body
    if (state.forge && isTokenAnswer(body)) body.id_token = forged(body.id_token, state.forge, privateKey)
  })
  const server = createServer(provider.callback()).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(state, {
    issuer,
    client,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}

function isTokenAnswer(body: unknown): body is { id_token: string } {
  return typeof body === 'object' && body !== null && 'id_token' in body && typeof body.id_token === 'string'
}

/** The token with other content, signed again with the provider's own key; with `alg: none`, without a signature. */
function forged(
  token: string,
  forge: (token: IdToken) => void,
  key: ReturnType<typeof createPrivateKey>,
): string {
  const [header = '', claims = ''] = token.split('.')
  const read: IdToken = { header: decoded(header), claims: decoded(claims) }
  forge(read)
  const text = [read.header, read.claims].map((part) => encoded(JSON.stringify(part))).join('.')
  if (read.header.alg === 'none') return `${text}.`
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}

function decoded(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString())
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url')
}
