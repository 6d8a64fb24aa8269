import { written } from '@chorus/contracts/commons'
import { subjectKind, targetKind } from '@chorus/contracts/community'
import { listFollowedTags } from '@chorus/db/stores/followed-tags'
import { listOwnReports } from '@chorus/db/stores/target-reports'
import { findReply } from '@chorus/db/stores/targets'
import { deleteOwnReply } from '@chorus/db/stores/threads'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { texts } from '../texts.ts'
import { reactionsBy, textsBy } from './written-by.ts'

/** Everything that one wrote in the learning loop: to be looked at, taken along and taken back, at any time. */
export function writtenRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/my/written',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Everything that I wrote in the learning loop', response: { 200: written } },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const owner = { organisation: reader.organisation, person: reader.person.id }
      return written.parse({
        texts: await textsBy(office, reader),
        reactions: await reactionsBy(office, reader),
        followedTags: await listFollowedTags(office, owner),
        reports: (await listOwnReports(office, owner)).map(({ at, ...report }) => ({
          ...report,
          at: at.toISOString(),
        })),
      })
    },
  )

  app.delete(
    '/api/my/written/:kind/:id',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Take a text of one’s own back, with what belongs to it',
        params: z.object({ kind: targetKind, id: z.uuid() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const { kind, id } = request.params
      if (kind === 'reply') {
        const found = await findReply(office, organisation, id)
        if (found?.author !== person.id) throw new ProblemError('unknown-reply')
        const subject = { organisation, kind: subjectKind.parse(found.kind), id: found.subject }
        await deleteOwnReply(office, subject, { id, author: person.id })
      } else {
        const told = await texts[kind].find(office, { organisation, id })
        if (told?.author !== person.id) throw new ProblemError('unknown-subject')
        await texts[kind].remove(office, { organisation, id })
      }
      return reply.code(204).send(null)
    },
  )
}
