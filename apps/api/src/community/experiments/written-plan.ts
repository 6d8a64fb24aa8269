import type { PlanExperiment } from '@chorus/contracts/experiments'
import { hasOverlapping } from '@chorus/db/stores/experiments'
import { unitChain } from '@chorus/db/stores/unit-chain'
import type { SignedIn } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { Parts } from '../../parts.ts'
import { reachOf } from '../reach.ts'
import { measuresToTest } from './measures-to-test.ts'
import { awaitedCloses, closesAhead, isoDay, programmeNow } from './waves-to-come.ts'

const longestDays = 400

/**
 * A plan as it is stored. Anybody plans for the own unit, who leads a unit for it and those below. Its window begins today or later, so that
 * nobody knows what they predict, and holds the close of a wave where these days are known. A unit tries one thing at a time.
 * @param except the plan that is changed
 * @throws ProblemError unknown-unit, malformed-request, experiment-window, experiment-overlaps
 */
export async function planToWrite(
  { database, now }: Parts,
  reader: SignedIn,
  { unit: asked, measure: wanted, from, to, ...told }: PlanExperiment,
  except: string | null,
) {
  const { organisation } = reader
  const reach = await reachOf(database.office, reader)
  const [unit] = await unitChain(database.office, organisation, asked)
  if (!unit || !(unit.id === reader.unit.id || reach.keeps(unit.id))) throw new ProblemError('unknown-unit')
  const programme = await programmeNow(database, organisation)
  const measure = programme && measuresToTest(programme.instrument.scales).find(({ id }) => id === wanted)
  if (!measure) throw new ProblemError('malformed-request', 'no pulse asks this')
  const closes = closesAhead(programme, await awaitedCloses(database, organisation), now())
  const holdsOne = closes.length === 0 || closes.some(({ day }) => day > from && day <= to)
  if (from < isoDay(now()) || to <= from || to > lastDay(from) || !holdsOne)
    throw new ProblemError('experiment-window')
  const plan = {
    ...told,
    unit: unit.id,
    unitName: unit.name,
    programme: programme.id,
    measure,
    fromDay: from,
    toDay: to,
  }
  if (await hasOverlapping(database.office, { organisation, ...plan }, except))
    throw new ProblemError('experiment-overlaps')
  return plan
}

function lastDay(from: string): string {
  const day = new Date(from)
  day.setUTCDate(day.getUTCDate() + longestDays)
  return isoDay(day)
}
