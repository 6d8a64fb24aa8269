import { lessonFilters, lessonTag, setOn } from '@chorus/contracts/lessons'
import { followTag, listFollowedTags } from '@chorus/db/stores/followed-tags'
import { unitsOfLessons, usedTags } from '@chorus/db/stores/lesson-search'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { lessonReader } from './lesson-reader.ts'

/** What learning moments can be narrowed to, and the tags that somebody follows. */
export function lessonFilterRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/lessons/filters',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'What learning moments can be narrowed to', response: { 200: lessonFilters } },
    },
    async (request) => {
      const reader = await lessonReader(office, signedInPerson(request))
      const [tags, followed, units] = await Promise.all([
        usedTags(office, reader),
        listFollowedTags(office, reader),
        unitsOfLessons(office, reader),
      ])
      return lessonFilters.parse({ tags, followed, units })
    },
  )

  app.put(
    '/api/followed-tags/:tag',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Follow a tag, or no longer',
        params: z.object({ tag: lessonTag }),
        body: setOn,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      await followTag(office, { organisation, person: person.id }, request.params.tag, request.body.on)
      return reply.code(204).send(null)
    },
  )
}
