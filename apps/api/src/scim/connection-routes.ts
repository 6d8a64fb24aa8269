import {
  madeScimToken,
  newScimToken,
  scimConnection,
  scimSettings,
  scimTokenId,
} from '@chorus/contracts/scim'
import type { AuditAction } from '@chorus/contracts/trust'
import type { Office } from '@chorus/db/database'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { readScimSettings, writeScimSettings } from '@chorus/db/stores/scim-settings'
import { addScimToken, endScimToken, listScimTokens, type ScimTokenRow } from '@chorus/db/stores/scim-tokens'
import { z } from 'zod'
import { hashOfSecret } from '../access/sign-in-link.ts'
import { type SignedIn, signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { noteScimWork } from './note-work.ts'
import { newScimSecret } from './scim-token.ts'

/** So long an identity provider may go on with the token before, until it was given the new one. */
const handOverMilliseconds = 24 * 3_600_000

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
      return scimConnection.parse({
        tokens: tokens.map(shown),
        settings: await readScimSettings(office, organisation),
      })
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
      const made = await noted(request.signedIn, 'scim token made', name, (tx, organisation) =>
        addToken(tx, organisation, name),
      )
      return reply.code(201).send(madeScimToken.parse(made))
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
      const until = new Date(parts.now().getTime() + handOverMilliseconds)
      const made = await office.transaction(async (tx) => {
        const { organisation, person } = signedInPerson(request)
        const name = await endScimToken(tx, { organisation, id: request.params.token }, until)
        if (name === null) throw new ProblemError('unknown-token')
        await record(tx, organisation, person.name, 'scim token rotated', name)
        return addToken(tx, organisation, name)
      })
      return reply.code(201).send(madeScimToken.parse(made))
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
        await record(tx, organisation, person.name, 'scim token revoked', name)
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
        response: { 200: scimSettings },
      },
    },
    async (request) => {
      const { unitsFrom, unlocked } = request.body
      const subject = `units from ${unitsFrom}, ${unlocked ? 'unlocked' : 'locked'}`
      await noted(request.signedIn, 'scim settings changed', subject, (tx, organisation) =>
        writeScimSettings(tx, organisation, request.body),
      )
      return request.body
    },
  )

  async function noted<T>(
    signedIn: SignedIn | null,
    action: AuditAction,
    subject: string,
    work: (tx: Transaction, organisation: string) => Promise<T>,
  ): Promise<T> {
    if (signedIn === null) throw new ProblemError('not-signed-in')
    const { organisation, person } = signedIn
    return office.transaction(async (tx) => {
      await record(tx, organisation, person.name, action, subject)
      return work(tx, organisation)
    })
  }

  function record(
    tx: Transaction,
    organisation: string,
    actor: string,
    action: AuditAction,
    subject: string,
  ) {
    return recordEvent(tx, organisation, { at: parts.now(), actor, action, subject })
  }
}

type Transaction = Pick<Office, 'select' | 'insert' | 'update' | 'delete' | 'execute'>

async function addToken(tx: Transaction, organisation: string, name: string) {
  const secret = newScimSecret()
  const made = await addScimToken(tx, { organisation, name, tokenHash: hashOfSecret(secret) })
  return { ...shown(made), secret }
}

function shown({ endsAt, ...row }: ScimTokenRow) {
  return { ...row, endsAt: endsAt?.toISOString() ?? null }
}
