import type { Experiment } from '@chorus/contracts/experiments'
import type { ExperimentRow } from '@chorus/db/stores/experiments'
import { type AwaitedClose, experimentState } from './experiment-state.ts'

type Seen = {
  /** ISO day. */
  readonly today: string
  readonly awaited: readonly AwaitedClose[]
  readonly mayChange: boolean
}

export function describeExperiment(row: ExperimentRow, { today, awaited, mayChange }: Seen) {
  const { id, owner, ownerName, title, hypothesis, doing, measure, criterion, amendments, lesson } = row
  return {
    id,
    unit: { id: row.unit, name: row.unitName },
    owner: owner !== null && ownerName !== null ? { person: owner, name: ownerName } : null,
    title,
    hypothesis,
    doing,
    measure,
    from: row.fromDay,
    to: row.toDay,
    criterion,
    amendments,
    state: experimentState(row, today, awaited),
    lesson,
    mayChange,
  } satisfies Record<keyof Experiment, unknown>
}
