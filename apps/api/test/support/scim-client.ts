import { addScimToken } from '@chorus/db/stores/scim-tokens'
import { expect } from 'vitest'
import { hashOfSecret } from '../../src/access/sign-in-link.ts'
import { newScimSecret } from '../../src/scim/scim-token.ts'
import type { RunningApp } from './running-app.ts'

type ScimAnswer = { readonly status: number; readonly headers: Headers; readonly body: ScimBody }
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
  return {
    ask,
    secret,
    token: token.id,
    port,
    async made(userName: string, more: object = {}): Promise<ScimBody> {
      const answer = await ask('POST', '/Users', newUser(userName, more))
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
      return answer.body
    },
    /** The user names that a filter finds, or why it was refused. */
    async found(filter: string): Promise<ScimBody> {
      const { status, body } = await ask('GET', `/Users?filter=${encodeURIComponent(filter)}`)
      return status === 200
        ? body.Resources.map(({ userName }: { userName: string }) => userName)
        : body.scimType
    },
    patch: (path: string, ...Operations: unknown[]) =>
      ask('PATCH', path, { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations }),
  }
}

export type ScimClient = Awaited<ReturnType<typeof scimClient>>

export const newUser = (userName: string, more: object = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName,
  ...more,
})

export const codes = ({ status, body }: ScimAnswer) => [status, body.scimType]
