import type { Cell, MeasureFigures, ReleasedWave } from '@chorus/contracts/publish'
import type { JudgedChange } from '@chorus/reporting/change-family'
import type { SayableFrom } from '@chorus/reporting/may-be-said'

/** Says in words where the figures come from when they are not of this tool, why a field of the row is empty, and what a comparison could have seen. */
export function noteOf(
  { imported }: Pick<ReleasedWave, 'imported'>,
  cell: Cell,
  figures: MeasureFigures,
  judged: JudgedChange | null,
  from: SayableFrom,
  newGroup: boolean,
): string {
  const source = imported === true && 'imported from another tool'
  if (figures.status === 'protected') return inOne([source, 'not shown, to protect anonymity'])
  const { favourable, interval } = figures
  return inOne([
    source,
    favourable === null && `favourable share from ${from.favourable} answers on`,
    interval === null && 'no interval',
    cell.responseRate === null && 'response rate needs the number of invited people',
    judged === null &&
      (newGroup
        ? 'not compared: the unit was merged or split since the wave shown before'
        : 'no earlier wave to compare with'),
    judged?.verdict === 'too few' &&
      `change called from ${from.change} answers in both waves on, taken as the middle of what is shown`,
    judged?.verdict === 'no change shown' &&
      (judged.smallestSeen === null
        ? 'a difference without a test'
        : `a change of ${judged.smallestSeen.toFixed(1)} points or more would have been seen in 4 of 5 cases`),
  ])
}

function inOne(notes: readonly (string | false)[]): string {
  return notes.filter((note) => note !== false).join('; ')
}
