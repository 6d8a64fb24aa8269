import { newScimCuts, scimCuts, scimCutsNow } from '@chorus/contracts/scim'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { listCutValues } from '@chorus/db/stores/cut-values'
import { readScimSettings, writeScimSettings } from '@chorus/db/stores/scim-settings'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'

/** A cut with more values than this serves nobody: the first are enough to see that. */
const mostValues = 20

/** Which attribute of an identity provider feeds which cut. People have it from the provider's next word of them on: what fed no cut was never kept. */
export function scimCutRoutes(app: App, parts: Parts): void {
  const { office } = parts.database
  const config = { permission: ['administrator'] as const }

  app.get(
    '/api/scim/cuts',
    {
      config,
      schema: {
        summary: 'Which attribute of SCIM feeds which cut, and the values that people have today',
        response: { 200: scimCutsNow },
      },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      const { cuts } = await readScimSettings(office, organisation)
      return scimCutsNow.parse({ cuts, now: await listCutValues(office, organisation, mostValues) })
    },
  )

  app.put(
    '/api/scim/cuts',
    {
      config,
      schema: {
        summary: 'Say which attribute of SCIM feeds which cut',
        body: newScimCuts,
        response: { 200: scimCuts },
      },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const { cuts } = request.body
      const words = Object.entries(cuts).map(([source, cut]) => `${cut} from ${source}`)
      await office.transaction(async (tx) => {
        const { unitsFrom } = await readScimSettings(tx, organisation)
        if (unitsFrom === 'department' && cuts.department !== undefined)
          throw new ProblemError('department-is-unit')
        await writeScimSettings(tx, organisation, { cuts })
        await recordEvent(tx, organisation, {
          at: parts.now(),
          actor: person.name,
          action: 'scim cuts changed',
          subject: words.join(', ') || 'none',
        })
      })
      return { cuts }
    },
  )
}
