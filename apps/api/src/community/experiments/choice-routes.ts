import { experimentChoices } from '@chorus/contracts/experiments'
import { signedInPerson } from '../../http/permission.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { measuresToTest } from './measures-to-test.ts'
import { awaitedCloses, closesAhead, programmeNow } from './waves-to-come.ts'

/** What whoever plans an experiment chooses from. */
export function choiceRoutes(app: App, { database, now }: Parts): void {
  app.get(
    '/api/experiments/choices',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'What I can plan an experiment with',
        response: { 200: experimentChoices },
      },
    },
    async (request) => {
      const { organisation, unit, leads } = signedInPerson(request)
      const programme = await programmeNow(database, organisation)
      const awaited = await awaitedCloses(database, organisation)
      return experimentChoices.parse({
        units: [unit, ...leads.filter(({ id }) => id !== unit.id)].map(({ id, name }) => ({ id, name })),
        measures: programme ? measuresToTest(programme.instrument.scales) : [],
        closes: programme ? closesAhead(programme, awaited, now()) : [],
      })
    },
  )
}
