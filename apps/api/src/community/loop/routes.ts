import { learningLoop } from '@chorus/contracts/learning-loop'
import { unitOrOwn } from '@chorus/contracts/learning-measures'
import { listActions } from '@chorus/db/stores/actions'
import { listExperiments } from '@chorus/db/stores/experiments'
import { listReflections } from '@chorus/db/stores/reflections'
import { unitChain } from '@chorus/db/stores/unit-chain'
import { signedInPerson } from '../../http/permission.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { releasesReader } from '../../stages/report/releases-reader.ts'
import { describeAction, inOrder, isOpen } from '../actions/describe-action.ts'
import { experimentState } from '../experiments/experiment-state.ts'
import { awaitedCloses, closesAhead, isoDay, programmeNow } from '../experiments/waves-to-come.ts'
import { reachOf } from '../reach.ts'
import { readableUnit } from '../readable-unit.ts'
import { stateOf } from '../reflections/session-state.ts'
import { teamRightsOf } from '../team-rights.ts'

/** So many actions are named beside the other steps. */
const mostActions = 3
/** Of a unit and those above it, the newest: among these the nearest is looked for. */
const mostExperiments = 50

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
      const chain = (await unitChain(office, organisation, unit.id)).map(({ id }) => id)
      const [rights, reach] = await Promise.all([teamRightsOf(office, reader), reachOf(office, reader)])
      const [releases, sessions, actions, experiments, awaited, programme] = await Promise.all([
        readReleases(organisation),
        Promise.all(
          chain.map((id) =>
            listReflections(
              office,
              { organisation, takesPartIn: rights.belongsTo, reads: reach.readUnits },
              { before: undefined, unit: id, limit: 1 },
            ),
          ),
        ),
        listActions(office, organisation, chain),
        listExperiments(office, organisation, chain, mostExperiments),
        awaitedCloses(parts.database, organisation),
        programmeNow(parts.database, organisation),
      ])
      const [session] = sessions.flat()
      const experiment = ofNearest(chain, experiments)[0]
      const pulse = releases.at(-1)
      const [next] = programme ? closesAhead(programme, awaited, now) : []
      return learningLoop.parse({
        unit: { id: unit.id, name: unit.name },
        pulse: pulse ? { label: pulse.label, closed: pulse.closedOn } : null,
        conversation: session
          ? {
              id: session.id,
              unit: { id: session.unit, name: session.unitName },
              title: session.title,
              state: stateOf(session, now),
              begun: session.begun.toISOString(),
            }
          : null,
        actions: ofNearest(chain, inOrder(actions).filter(isOpen))
          .slice(0, mostActions)
          .map((row) => describeAction(row, today, 'read')),
        experiment: experiment
          ? {
              id: experiment.id,
              unit: { id: experiment.unit, name: experiment.unitName },
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

/** Of the first unit of a chain that has any. */
function ofNearest<Row extends { readonly unit: string | null }>(
  chain: readonly string[],
  rows: readonly Row[],
): readonly Row[] {
  const nearest = chain.find((id) => rows.some(({ unit }) => unit === id))
  return rows.filter(({ unit }) => unit === nearest)
}
