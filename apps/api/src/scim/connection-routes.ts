import { randomUUID } from 'node:crypto'
import {
  type MadeScimToken,
  madeScimToken,
  newScimToken,
  type ScimTokenId,
  scimConnection,
  scimSettings,
  scimTokenId,
  setScimSettings,
} from '@chorus/contracts/scim'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { readScimSettings } from '@chorus/db/stores/scim-settings'
import { endScimToken, listScimTokens, type ScimTokenRow } from '@chorus/db/stores/scim-tokens'
import { z } from 'zod'
import { hashOfSecret } from '../access/sign-in-link.ts'
import { type SignedIn, signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { propose } from '../rules/propose.ts'
import { noteScimWork } from './note-work.ts'
import { newScimSecret } from './scim-token.ts'

/** The connection to identity providers, for the administrator: tokens are made, rotated and revoked by a signed-in person alone. */
export function scimConnectionRoutes(app: App, parts: Parts): void {
  const { office } = parts.database
  const config = { permission: ['administrator'] as const }
  const params = z.object({ token: scimTokenId })

  app.get(
    '/api/scim',
    { config, schema: { summary: 'Tokens and settings of SCIM', response: { 200: scimConnection } } },
    async (request) => {
      const { organisation } = signedInPerson(request)
      const tokens = await listScimTokens(office, organisation, parts.now())
      const { unitsFrom, unlocked } = await readScimSettings(office, organisation)
      return scimConnection.parse({ tokens: tokens.map(shown), settings: { unitsFrom, unlocked } })
    },
  )

  app.post(
    '/api/scim/tokens',
    {
      config,
      schema: {
        summary: 'Make a token for an identity provider; its secret is in this answer and nowhere else',
        body: newScimToken,
        response: { 201: madeScimToken },
      },
    },
    async (request, reply) => {
      const { name } = request.body
      return reply.code(201).send(await makeToken(signedInPerson(request), name, null))
    },
  )

  app.post(
    '/api/scim/tokens/:token/rotate',
    {
      config,
      schema: {
        summary: 'Make a token in the place of another, which goes on for one more day',
        params,
        response: { 201: madeScimToken },
      },
    },
    async (request, reply) => {
      const administrator = signedInPerson(request)
      const { token } = request.params
      const tokens = await listScimTokens(office, administrator.organisation, parts.now())
      const before = tokens.find(({ id, endsAt }) => id === token && endsAt === null)
      if (!before) throw new ProblemError('unknown-token')
      return reply.code(201).send(await makeToken(administrator, before.name, token))
    },
  )

  app.delete(
    '/api/scim/tokens/:token',
    { config, schema: { summary: 'Revoke a token', params, response: { 204: z.null() } } },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      await noteScimWork(office, organisation, parts.now())
      await office.transaction(async (tx) => {
        const name = await endScimToken(tx, { organisation, id: request.params.token }, parts.now())
        if (name === null) throw new ProblemError('unknown-token')
        await recordEvent(tx, organisation, {
          at: parts.now(),
          actor: person.name,
          action: 'scim token revoked',
          subject: name,
        })
      })
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/api/scim/settings',
    {
      config,
      schema: {
        summary: 'Where units come from, and whether HR may change what comes from SCIM',
        body: scimSettings,
        response: { 200: setScimSettings },
      },
    },
    async (request) => {
      const administrator = signedInPerson(request)
      const { cuts, ...before } = await readScimSettings(office, administrator.organisation)
      if (request.body.unitsFrom === 'department' && cuts.department !== undefined)
        throw new ProblemError('department-is-unit')
      const change = { kind: 'scim-settings' as const, before, after: request.body }
      const { state } = await propose(parts, administrator, { change }, 'scim settings changed')
      const waits = state === 'proposed'
      return { settings: waits ? before : request.body, waits }
    },
  )

  /** The secret is said now, to whoever asked: also where the token opens nothing until a second person agrees. */
  async function makeToken(
    administrator: SignedIn,
    name: string,
    instead: ScimTokenId | null,
  ): Promise<MadeScimToken> {
    const secret = newScimSecret()
    const id = randomUUID()
    const tokenHash = hashOfSecret(secret).toString('base64url')
    const { state } = await propose(
      parts,
      administrator,
      {
        change: { kind: 'scim-token', name, instead },
        held: { kind: 'scim-token', id, tokenHash },
      },
      instead === null ? 'scim token made' : 'scim token rotated',
    )
    const waits = state === 'proposed'
    return madeScimToken.parse({ id, name, endsAt: null, lastUsedOn: null, work: null, secret, waits })
  }
}

function shown({ endsAt, ...row }: ScimTokenRow) {
  return { ...row, endsAt: endsAt?.toISOString() ?? null }
}
