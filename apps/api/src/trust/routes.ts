import { explainThresholds } from '@chorus/anonymity/policy'
import { policyInput } from '@chorus/contracts/policy'
import { auditTrail, auditTrailQuery, policyAnswer } from '@chorus/contracts/trust'
import { headOfTrail, listEvents } from '@chorus/db/stores/audit-trail'
import { listProgrammes } from '@chorus/db/stores/programmes'
import { signedInPerson } from '../http/permission.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { noteScimWork } from '../scim/note-work.ts'
import { trailExportRoutes } from './trail-export.ts'

const eventsOfPage = 100

/** What a works council reads: the rules and the trail, and no results. */
export function trustRoutes(app: App, parts: Parts): void {
  app.get(
    '/api/policy',
    {
      config: { permission: ['hr', 'auditor'] },
      schema: { summary: 'Every threshold, with its reason', response: { 200: policyAnswer } },
    },
    async (request) => {
      const [programme] = await listProgrammes(parts.database.office, signedInPerson(request).organisation)
      return { thresholds: explainThresholds(programme?.policy ?? policyInput.parse({})) }
    },
  )

  app.get(
    '/api/audit-trail',
    {
      config: { permission: ['hr', 'auditor'] },
      schema: {
        summary: 'Who did what, newest first, by action, person and period',
        querystring: auditTrailQuery,
        response: { 200: auditTrail },
      },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      const { office } = parts.database
      await noteScimWork(office, organisation, parts.now())
      const { before, action, person, from, until } = request.query
      const filter = {
        before,
        action,
        person: person === '' ? undefined : person,
        from: from === undefined ? undefined : new Date(from),
        until: until === undefined ? undefined : new Date(until),
      }
      const found = await listEvents(office, organisation, filter, eventsOfPage + 1)
      return {
        events: found
          .slice(0, eventsOfPage)
          .map(({ hash: _, at, ...event }) => ({ ...event, at: at.toISOString() })),
        more: found.length > eventsOfPage,
        head: await headOfTrail(office, organisation),
      }
    },
  )

  trailExportRoutes(app, parts)
}
