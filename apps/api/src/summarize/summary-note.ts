import type { Cell, MeasureFigures } from '@chorus/contracts/publish'
import type { JudgedChange } from '@chorus/reporting/change-family'
import type { SayableFrom } from '@chorus/reporting/may-be-said'

/** Says in words why a field of the row is empty, and what a comparison could have seen. */
export function noteOf(
  cell: Cell,
  figures: MeasureFigures,
  judged: JudgedChange | null,
  from: SayableFrom,
): string {
  if (figures.status === 'protected') return 'not shown, to protect anonymity'
  const { favourable, interval } = figures
  const notes = [
    favourable === null && `favourable share from ${from.favourable} answers on`,
    interval === null && 'no interval',
    cell.responseRate === null && 'response rate needs the number of invited people',
    judged === null && 'no earlier wave to compare with',
    judged?.verdict === 'too few' &&
      `change called from ${from.change} answers in both waves on, taken as the middle of what is shown`,
    judged?.verdict === 'no change shown' &&
      (judged.smallestSeen === null
        ? 'a difference without a test'
        : `a change of ${judged.smallestSeen.toFixed(1)} points or more would have been seen in 4 of 5 cases`),
  ]
  return notes.filter((note) => note !== false).join('; ')
}
