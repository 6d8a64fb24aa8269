import { oneExperiment } from '@chorus/contracts/experiments'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { type ExperimentRow, findExperiment } from '@chorus/db/stores/experiments'
import type { SignedIn } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { Parts } from '../../parts.ts'
import { experimentReader } from '../../stages/report/experiment-reader.ts'
import { reachOf } from '../reach.ts'
import { readableSubject } from '../subjects.ts'
import { describeExperiment } from './describe-experiment.ts'
import { awaitedCloses, isoDay } from './waves-to-come.ts'

/** Finds one experiment for whoever asks, as it stands today. */
export function experimentsFor(parts: Parts) {
  const { office, reporter } = parts.database
  const readOutcome = experimentReader(office, reporter)
  return { seenToday, changeable, whole }

  async function seenToday({ organisation }: SignedIn) {
    return { today: isoDay(parts.now()), awaited: await awaitedCloses(parts.database, organisation) }
  }

  async function readable(reader: SignedIn, id: string): Promise<ExperimentRow> {
    await readableSubject(office, reader, 'experiment', id)
    const row = await findExperiment(office, { organisation: reader.organisation, id })
    if (!row) throw new ProblemError('unknown-subject')
    return row
  }

  async function describedFor(reader: SignedIn, row: ExperimentRow) {
    const reach = await reachOf(office, reader)
    const mayChange = row.owner === reader.person.id || reach.keeps(row.unit)
    return describeExperiment(row, { ...(await seenToday(reader)), mayChange })
  }

  /** @throws ProblemError not-allowed, experiment-state */
  async function changeable(
    reader: SignedIn,
    id: string,
    when: 'planned' | 'running' | 'ended',
  ): Promise<ExperimentRow> {
    const row = await readable(reader, id)
    const { mayChange, state } = await describedFor(reader, row)
    if (!mayChange) throw new ProblemError('not-allowed')
    if (state !== when) throw new ProblemError('experiment-state')
    return row
  }

  /** With what the waves say of it once it is over. Whoever reads figures by a role is noted, as on the report. */
  async function whole(reader: SignedIn, id: string) {
    const row = await readable(reader, id)
    const described = await describedFor(reader, row)
    const isOver = described.state === 'ended' || described.state === 'learned'
    if (!isOver) return oneExperiment.parse({ ...described, outcome: null })
    const { measure, criterion, unit, programme, fromDay: from, toDay: to } = row
    const asked = { measure, criterion, unit, programme, from, to }
    const { outcome, notedAs } = await readOutcome(reader, asked)
    if (notedAs !== null)
      await recordEvent(office, reader.organisation, {
        at: parts.now(),
        actor: notedAs,
        action: 'report read',
        subject: row.unitName,
      })
    return oneExperiment.parse({ ...described, outcome })
  }
}
