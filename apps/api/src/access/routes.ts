import { type Session, session, signInRequest } from '@chorus/contracts/session'
import { enterOrganisation } from '@chorus/db/organisation-scope'
import {
  endSession,
  findSession,
  forgetPastSessions,
  type SignedIn,
  startSession,
} from '@chorus/db/stores/sessions'
import { redeemSignInLink } from '@chorus/db/stores/sign-in-links'
import { organisationOfLink } from '@chorus/db/stores/whose'
import { z } from 'zod'
import { rolesOf, signedInPerson } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { lastSessionDay } from './last-session-day.ts'
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts'
import { hashOfSecret } from './sign-in-link.ts'

export function accessRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.post(
    '/api/session',
    {
      config: { permission: 'everybody' },
      schema: { summary: 'Sign in with a link', body: signInRequest, response: { 200: session } },
    },
    async (request, reply) => {
      const now = parts.now()
      const tokenHash = hashOfSecret(request.body.token)
      const organisation = await organisationOfLink(office, tokenHash)
      if (organisation === null) throw new ProblemError('link-not-valid')
      enterOrganisation(organisation)
      const who = valueOrProblem(await redeemSignInLink(office, tokenHash, now))
      await forgetPastSessions(office, who.organisation, now.toISOString().slice(0, 10))
      const { mark, ...key } = await startSession(office, who, lastSessionDay(now))
      const signedIn = await findSession(office, key)
      if (!signedIn) throw new ProblemError('session-ended')
      setSessionCookie(app, parts, reply, { ...key, mark })
      return asSession(signedIn)
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
      schema: { summary: 'Sign out', response: { 204: z.null() } },
    },
    async (request, reply) => {
      await endSession(office, signedInPerson(request))
      clearSessionCookie(reply)
      return reply.code(204).send(null)
    },
  )
}

function asSession(signedIn: SignedIn): Session {
  const { id, name, email } = signedIn.person
  return session.parse({
    person: { id, name, email },
    organisation: { name: signedIn.organisationName },
    roles: rolesOf(signedIn),
    unit: signedIn.unit,
    leads: signedIn.leads,
  })
}
