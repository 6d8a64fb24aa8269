import { learningLoop } from '@chorus/contracts/learning-loop'
import { unitOrOwn } from '@chorus/contracts/learning-measures'
import { listActions } from '@chorus/db/stores/actions'
import { listExperiments } from '@chorus/db/stores/experiments'
import { listReflections } from '@chorus/db/stores/reflections'
import { signedInPerson } from '../../http/permission.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { releasesReader } from '../../stages/report/releases-reader.ts'
import { describeAction, inOrder } from '../actions/describe-action.ts'
import { experimentState } from '../experiments/experiment-state.ts'
import { awaitedCloses, closesAhead, isoDay, programmeNow } from '../experiments/waves-to-come.ts'
import { reachOf } from '../reach.ts'
import { readableUnit } from '../readable-unit.ts'
import { stateOf } from '../reflections/session-state.ts'
import { teamRightsOf } from '../team-rights.ts'

/** So many actions are named beside the other steps. */
const mostActions = 3

/** The loop as one unit goes through it: pulse, conversation, what is done and tried, next pulse. It shows no result. */
export function loopRoutes(app: App, parts: Parts): void {
  const { office, reporter } = parts.database
  const readReleases = releasesReader(reporter)

  app.get(
    '/api/learning-loop',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Where a unit stands between two pulses',
        querystring: unitOrOwn,
        response: { 200: learningLoop },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { organisation } = reader
      const now = parts.now()
      const today = isoDay(now)
      const unit = await readableUnit(office, reader, request.query.unit)
      const [rights, reach] = await Promise.all([teamRightsOf(office, reader), reachOf(office, reader)])
      const [releases, sessions, actions, experiments, awaited, programme] = await Promise.all([
        readReleases(organisation),
        listReflections(
          office,
          { organisation, takesPartIn: rights.belongsTo, reads: reach.readUnits },
          { before: undefined, unit: unit.id, limit: 1 },
        ),
        listActions(office, organisation, [unit.id]),
        listExperiments(office, organisation, [unit.id]),
        awaitedCloses(parts.database, organisation),
        programmeNow(parts.database, organisation),
      ])
      const [session] = sessions
      const [experiment] = experiments
      const pulse = releases.at(-1)
      const [next] = programme ? closesAhead(programme, awaited, now) : []
      return learningLoop.parse({
        unit: { id: unit.id, name: unit.name },
        pulse: pulse ? { label: pulse.label, closed: pulse.closedOn } : null,
        conversation: session
          ? {
              id: session.id,
              title: session.title,
              state: stateOf(session, now),
              begun: session.begun.toISOString(),
            }
          : null,
        actions: inOrder(actions)
          .filter(({ state }) => state === 'planned' || state === 'under way')
          .slice(0, mostActions)
          .map((row) => describeAction(row, today, 'read')),
        experiment: experiment
          ? {
              id: experiment.id,
              title: experiment.title,
              state: experimentState(experiment, today, awaited),
              to: experiment.toDay,
            }
          : null,
        next: next
          ? {
              label: next.label,
              closes: next.day,
              isOpen: awaited.some(({ label, day }) => label === next.label && day === next.day),
            }
          : null,
      })
    },
  )
}
