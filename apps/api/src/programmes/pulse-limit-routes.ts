import { pulseLimit } from '@chorus/contracts/pulse-limit'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { pulsesAQuarter, setPulsesAQuarter } from '@chorus/db/stores/organisations'
import { signedInPerson } from '../http/permission.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'

/** So that several programmes together do not tire people. */
export function pulseLimitRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/pulse-limit',
    {
      config: { permission: ['hr', 'auditor'] },
      schema: { summary: 'How often a person is asked at most in a quarter', response: { 200: pulseLimit } },
    },
    async (request) => ({ aQuarter: await pulsesAQuarter(office, signedInPerson(request).organisation) }),
  )

  app.put(
    '/api/pulse-limit',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Change how often a person is asked at most in a quarter',
        body: pulseLimit,
        response: { 200: pulseLimit },
      },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const { aQuarter } = request.body
      await setPulsesAQuarter(office, organisation, aQuarter)
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'pulse limit changed',
        subject: String(aQuarter),
      })
      return { aQuarter }
    },
  )
}
