import { erasing, erasingNow } from '@chorus/contracts/unit-changes'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { readErasing, setErasing } from '@chorus/db/stores/leavers'
import { signedInPerson } from '../http/permission.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'

/** How long somebody who left waits to be erased. */
export function erasingRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/organisation/erasing',
    {
      config: { permission: ['hr'] },
      schema: { summary: 'After how many days leavers are erased', response: { 200: erasingNow } },
    },
    async (request) => readErasing(office, signedInPerson(request).organisation),
  )

  app.put(
    '/api/organisation/erasing',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Set after how many days leavers are erased; those who have left keep their day',
        body: erasing,
        response: { 200: erasingNow },
      },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const { days } = request.body
      const before = await setErasing(office, organisation, days)
      if (before !== days)
        await recordEvent(office, organisation, {
          at: parts.now(),
          actor: person.name,
          action: 'erasing changed',
          subject: `${before} -> ${days} days`,
        })
      return readErasing(office, organisation)
    },
  )
}
