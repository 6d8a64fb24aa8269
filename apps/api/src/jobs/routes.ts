import { jobsAnswer, tryAgainRequest } from '@chorus/contracts/jobs'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { describeJobs } from './describe-jobs.ts'
import { jobInTrouble } from './job-in-trouble.ts'
import { tryNow } from './queue-tools.ts'

/** What Chorus does by itself: planned, under way, in trouble, done. */
export function jobRoutes(app: App, parts: Parts): void {
  app.get(
    '/api/jobs',
    {
      config: { permission: ['hr', 'administrator', 'auditor'] },
      schema: {
        summary: 'What is planned, under way, in trouble and done: waves alone, no answers',
        response: { 200: jobsAnswer },
      },
    },
    async (request) => describeJobs(parts, signedInPerson(request).organisation),
  )

  app.post(
    '/api/jobs/again',
    {
      config: { permission: ['hr', 'administrator'] },
      schema: {
        summary: 'Try now what is in trouble, instead of waiting for the next try',
        body: tryAgainRequest,
        response: { 202: jobsAnswer },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const { office } = parts.database
      const found = await jobInTrouble(office, organisation, request.body)
      if (found === null) throw new ProblemError('unknown-job')
      await tryNow(parts, found)
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'job tried again',
        subject: found.kind,
      })
      return reply.code(202).send(await describeJobs(parts, organisation))
    },
  )
}
