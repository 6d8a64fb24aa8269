import { endedSessions, endSessionsRequest, mySessions, sessionId } from '@chorus/contracts/session'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { endSessionsOf, listSessions } from '@chorus/db/stores/own-sessions'
import { endSession } from '@chorus/db/stores/sessions'
import { findPersonByEmail, findPersonByExternalId } from '@chorus/db/stores/sign-in-links'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'

/** Where one is signed in, and how to end it. Ending one's own is not noted: it would be a time at which somebody was here. */
export function sessionRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/my/sessions',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Where I am signed in', response: { 200: mySessions } },
    },
    async (request) => {
      const { organisation, person, endsOn, id: here } = signedInPerson(request)
      const ids = await listSessions(office, { organisation, person: person.id }, endsOn)
      const others = ids.filter((id) => id !== here)
      return mySessions.parse({ sessions: [here, ...others].map((id) => ({ id, here: id === here })) })
    },
  )

  app.delete(
    '/api/my/sessions',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'End all of my sessions but this one', response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { organisation, person, id } = signedInPerson(request)
      await endSessionsOf(office, { organisation, person: person.id }, id)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/my/sessions/:session',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'End one of my sessions',
        params: z.object({ session: sessionId }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { organisation, person, endsOn } = signedInPerson(request)
      const { session } = request.params
      const own = await listSessions(office, { organisation, person: person.id }, endsOn)
      if (!own.includes(session)) throw new ProblemError('unknown-session')
      await endSession(office, { organisation, endsOn, id: session })
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/sessions/end',
    {
      config: { permission: ['hr', 'administrator'] },
      schema: {
        summary: 'End all sessions of somebody; the answer does not tell whether there were any',
        body: endSessionsRequest,
        response: { 200: endedSessions },
      },
    },
    async (request) => {
      const { organisation, person: actor } = signedInPerson(request)
      const { person: asked } = request.body
      const person =
        (await findPersonByEmail(office, organisation, asked)) ??
        (await findPersonByExternalId(office, organisation, asked))
      if (!person) throw new ProblemError('unknown-person')
      await endSessionsOf(office, { organisation, person: person.id }, null)
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: actor.name,
        action: 'sessions of somebody ended',
        subject: person.name,
      })
      return { person: person.name }
    },
  )
}
