import { setOn, welcome } from '@chorus/contracts/lessons'
import { findLessons } from '@chorus/db/stores/lesson-search'
import { lessonsById } from '@chorus/db/stores/lessons'
import { hasFinishedWelcome, setWelcomeFinished } from '@chorus/db/stores/welcome'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { describeLesson } from '../lessons/describe-lesson.ts'
import { lessonReader } from '../lessons/lesson-reader.ts'

const mostExamples = 5

/** The path for new joiners: offered to everybody who has not finished it. */
export function welcomeRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/welcome',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'The path for new joiners', response: { 200: welcome } },
    },
    async (request) => {
      const reader = await lessonReader(office, signedInPerson(request))
      const [finished, examples] = await Promise.all([
        hasFinishedWelcome(office, reader),
        findLessons(office, reader, { goodOnly: true, most: mostExamples }),
      ])
      const rows = await lessonsById(office, reader.organisation, examples)
      return welcome.parse({ finished, examples: rows.map((row) => describeLesson(row, reader.person)) })
    },
  )

  app.put(
    '/api/welcome/finished',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Finish the path for new joiners, or take it up again',
        body: setOn,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      await setWelcomeFinished(office, { organisation, person: person.id }, request.body.on)
      return reply.code(204).send(null)
    },
  )
}
