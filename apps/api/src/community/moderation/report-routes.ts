import { appealHiding, reportTarget } from '@chorus/contracts/commons'
import { targetKind } from '@chorus/contracts/community'
import { appealHidden } from '@chorus/db/stores/hidden-targets'
import { insertReport } from '@chorus/db/stores/target-reports'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { readableTarget } from './target.ts'

const address = z.object({ kind: targetKind, id: z.uuid() })

/** Anybody reports what they can read; an author appeals against a hiding. */
export function reportRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.post(
    '/api/community/moderation/:kind/:id/reports',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Report a text; HR is not told who did',
        params: address,
        body: reportTarget,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { key } = await readableTarget(office, reader, request.params.kind, request.params.id)
      await insertReport(office, key, { person: reader.person.id, at: parts.now(), ...request.body })
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/community/moderation/:kind/:id/appeal',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Appeal once against the hiding of a text of one’s own',
        params: address,
        body: appealHiding,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { key, author } = await readableTarget(office, reader, request.params.kind, request.params.id)
      if (author !== reader.person.id) throw new ProblemError('not-allowed')
      if (!(await appealHidden(office, key, request.body.words))) throw new ProblemError('appealed-already')
      return reply.code(204).send(null)
    },
  )
}
