import { addScimToken } from '@chorus/db/stores/scim-tokens'
import { hashOfSecret } from '../../src/access/sign-in-link.ts'
import { newScimSecret } from '../../src/scim/scim-token.ts'
import type { RunningApp } from './running-app.ts'

export type ScimAnswer = { readonly status: number; readonly headers: Headers; readonly body: ScimBody }
/** Whatever a SCIM answer holds: tests compare it with what they expect. */
// biome-ignore lint/suspicious/noExplicitAny: the body of any answer
type ScimBody = any

/** An identity provider that talks to the app over real HTTP. */
export async function scimClient(running: RunningApp, organisation = running.organisation) {
  const secret = newScimSecret()
  const { office } = running.database
  const token = await addScimToken(office, { organisation, name: 'IdP', tokenHash: hashOfSecret(secret) })
  if (!running.app.server.listening) await running.app.listen({ host: '127.0.0.1', port: 0 })
  const place = running.app.server.address()
  const port = typeof place === 'object' && place !== null ? place.port : 0
  async function ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ScimAnswer> {
    const answer = await fetch(`http://127.0.0.1:${port}/scim/v2${path}`, {
      method,
      headers: {
        authorization: `Bearer ${secret}`,
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) }
  }
  return { ask, secret, token: token.id, port }
}
