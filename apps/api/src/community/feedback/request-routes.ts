import { randomUUID } from 'node:crypto'
import { askForFeedback, declineFeedback } from '@chorus/contracts/feedback'
import { declineRequest, insertFeedbackRequests, withdrawRequest } from '@chorus/db/stores/feedback-requests'
import { peopleOfToday } from '@chorus/db/stores/named-colleagues'
import { notify } from '@chorus/db/stores/notifications'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { sealNote } from './sealed-words.ts'

const requestAddress = z.object({ request: z.uuid() })

/** Asking colleagues for feedback. Each of them is asked alone, and sees nothing of the others. */
export function feedbackRequestRoutes(app: App, parts: Parts): void {
  const { database, secrets } = parts
  const { office } = database

  app.post(
    '/api/feedback/requests',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Ask colleagues for feedback',
        body: askForFeedback,
        response: { 201: z.object({ asked: z.int() }) },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const asked = [...new Set<string>(request.body.people)]
      const found = await peopleOfToday(office, organisation, asked)
      if (found.length < asked.length || asked.includes(person.id)) throw new ProblemError('unknown-person')
      const at = parts.now()
      const rows = asked.map((giver) => {
        const place = { organisation, id: randomUUID() }
        const question = sealNote(secrets, place, request.body.question)
        const on = at.toISOString().slice(0, 'yyyy-mm-dd'.length)
        return { ...place, asker: person.id, giver, question, on, declined: null }
      })
      await insertFeedbackRequests(office, rows)
      await notify(
        office,
        rows.map(({ id, giver }) => ({
          person: giver,
          what: 'feedback asked',
          about: { organisation, kind: 'feedback', id },
          actor: person.id,
          at,
        })),
      )
      return reply.code(201).send({ asked: rows.length })
    },
  )

  app.post(
    '/api/feedback/requests/:request/decline',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Decline to give feedback',
        params: requestAddress,
        body: declineFeedback,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const place = { organisation, id: request.params.request }
      const words = sealNote(secrets, place, request.body.words)
      const asker = await declineRequest(office, { ...place, giver: person.id }, words)
      if (asker === null) throw new ProblemError('unknown-subject')
      await notify(office, [
        {
          person: asker,
          what: 'feedback declined',
          about: { ...place, kind: 'feedback' },
          actor: person.id,
          at: parts.now(),
        },
      ])
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/feedback/requests/:request',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Take back a request for feedback',
        params: requestAddress,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const gone = await withdrawRequest(office, {
        organisation,
        id: request.params.request,
        asker: person.id,
      })
      if (!gone) throw new ProblemError('unknown-subject')
      return reply.code(204).send(null)
    },
  )
}
