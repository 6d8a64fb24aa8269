import { madeToken, newToken, personalTokens, tokenId } from '@chorus/contracts/tokens'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { addPersonalToken, listPersonalTokens, revokePersonalToken } from '@chorus/db/stores/personal-tokens'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { newTokenSecret } from './personal-token.ts'
import { hashOfSecret } from './sign-in-link.ts'

const mostDays = 366
const dayMs = 24 * 3_600_000

/** Tokens with which programs read reports. They are made, seen and revoked by a signed-in person alone, never by a token. */
export function tokenRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/tokens',
    {
      config: { permission: ['manager', 'hr', 'part-hr'] },
      schema: { summary: 'My tokens', response: { 200: personalTokens } },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      return personalTokens.parse({
        tokens: await listPersonalTokens(office, { organisation, person: person.id }),
      })
    },
  )

  app.post(
    '/api/tokens',
    {
      config: { permission: ['manager', 'hr', 'part-hr'] },
      schema: {
        summary: 'Make a token that opens what I may read; its secret is in this answer and nowhere else',
        body: newToken,
        response: { 201: madeToken },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const now = parts.now()
      const { name, endsOn } = request.body
      if (!mayEndOn(endsOn, now)) throw new ProblemError('token-end-not-possible')
      const secret = newTokenSecret()
      const owner = { organisation, person: person.id }
      const token = { ...owner, name, endsOn, tokenHash: hashOfSecret(secret) }
      const made = await addPersonalToken(office, token, dayOf(now))
      await recordEvent(office, organisation, {
        at: now,
        actor: person.name,
        action: 'token made',
        subject: `${name}, ${endsOn}`,
      })
      return reply.code(201).send(madeToken.parse({ ...made, secret }))
    },
  )

  app.delete(
    '/api/tokens/:token',
    {
      config: { permission: ['manager', 'hr', 'part-hr'] },
      schema: {
        summary: 'Revoke a token of mine',
        params: z.object({ token: tokenId }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const owner = { organisation, person: person.id }
      const name = await revokePersonalToken(office, owner, request.params.token)
      if (name === null) throw new ProblemError('unknown-token')
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'token revoked',
        subject: name,
      })
      return reply.code(204).send(null)
    },
  )
}

function mayEndOn(day: string, now: Date): boolean {
  return day > dayOf(now) && day <= dayOf(new Date(now.getTime() + mostDays * dayMs))
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
