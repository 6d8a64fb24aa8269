import { explainThresholds } from '@chorus/anonymity/policy'
import { policyInput } from '@chorus/contracts/policy'
import { auditTrail, policyAnswer } from '@chorus/contracts/trust'
import { listEvents } from '@chorus/db/stores/audit-trail'
import { listProgrammes } from '@chorus/db/stores/programmes'
import { signedInPerson } from '../http/permission.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'

const eventsShown = 500

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
      schema: { summary: 'Who did what, newest first', response: { 200: auditTrail } },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      const events = await listEvents(parts.database.office, organisation, eventsShown)
      return { events: events.map((event) => ({ ...event, at: event.at.toISOString() })) }
    },
  )
}
