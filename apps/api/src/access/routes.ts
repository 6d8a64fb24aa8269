import { session, signInRequest } from '@chorus/contracts/session'
import { signedOut } from '@chorus/contracts/sign-in'
import { endSession } from '@chorus/db/stores/sessions'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { asSession } from './as-session.ts'
import { askerOf } from './asking-browser.ts'
import { enter } from './enter.ts'
import { openLink } from './open-link.ts'
import { providerSignOut } from './provider/provider-of-session.ts'
import { clearSessionCookie } from './session-cookie.ts'

export function accessRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.post(
    '/api/session',
    {
      config: { permission: 'everybody' },
      schema: { summary: 'Sign in with a link', body: signInRequest, response: { 200: session } },
    },
    async (request, reply) => {
      const { token, ...shown } = request.body
      const asker = askerOf(request)
      const who = valueOrProblem(await openLink(parts, token, { ...shown, asker }))
      return asSession(await enter(app, parts, reply, who))
    },
  )

  app.get(
    '/api/session',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Who is signed in', response: { 200: session } },
    },
    async (request) => asSession(signedInPerson(request)),
  )

  app.delete(
    '/api/session',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Sign out', response: { 200: signedOut, 204: z.null() } },
    },
    async (request, reply) => {
      const session = signedInPerson(request)
      await endSession(office, session)
      clearSessionCookie(reply)
      const alsoAt = await providerSignOut(parts, request, reply, session.organisation)
      if (alsoAt !== null) return reply.code(200).send({ alsoAt })
      return reply.code(204).send(null)
    },
  )
}
