import { reflection, writeSummary } from '@chorus/contracts/reflections'
import { type ReflectionRow, summariseReflection } from '@chorus/db/stores/reflections'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { tellMentioned } from '../mentions.ts'
import { findSubject } from '../subjects.ts'
import { ownSession } from './found-session.ts'
import { openSession } from './open-session.ts'
import { sessionAnswer } from './session-answer.ts'

const sessionAddress = z.object({ session: z.uuid() })

/** What only whoever called a session together does, or who leads the unit: to open it, and to sum it up. */
export function facilitateRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.post(
    '/api/reflections/:session/open',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'End the quiet time: all posts are read',
        params: sessionAddress,
        response: { 200: reflection },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { row, state } = await facilitated(reader, request.params.session)
      if (state === 'quiet') await openSession(office, row, parts.now())
      return answerOf(reader, row)
    },
  )

  app.put(
    '/api/reflections/:session/summary',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Write the summary, which closes the session, or correct it',
        params: sessionAddress,
        body: writeSummary,
        response: { 200: reflection },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { row, state } = await facilitated(reader, request.params.session)
      if (state === 'quiet') throw new ProblemError('reflection-quiet')
      const { heard, doing } = request.body
      await summariseReflection(office, row, request.body, parts.now())
      const subject = await findSubject(office, row.organisation, 'session', row.id)
      if (subject)
        await tellMentioned(
          office,
          subject,
          { before: [row.heard ?? '', row.doing ?? ''], now: [heard, doing] },
          { actor: reader.person.id, at: parts.now() },
        )
      return answerOf(reader, row)
    },
  )

  async function facilitated(reader: SignedIn, session: string) {
    const found = await ownSession(office, reader, session, parts.now())
    if (!found.mayFacilitate) throw new ProblemError('not-allowed')
    return found
  }

  async function answerOf(reader: SignedIn, { id }: ReflectionRow) {
    return sessionAnswer(office, reader, await ownSession(office, reader, id, parts.now()), parts.now())
  }
}
