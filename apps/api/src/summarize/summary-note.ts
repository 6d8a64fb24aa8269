import type { Thresholds } from '@chorus/anonymity/policy'
import type { Cell, MeasureFigures } from '@chorus/contracts/publish'

/** Says in words why a field of the row is empty, and what a comparison could have seen. */
export function noteOf(cell: Cell, figures: MeasureFigures, thresholds: Thresholds): string {
  if (figures.status === 'protected') return 'not shown, to protect anonymity'
  const { favourable, change, interval } = figures
  const notes = [
    favourable === null && `favourable share from ${thresholds.favourable} answers on`,
    interval === null && 'no interval',
    cell.responseRate === null && 'response rate needs the number of invited people',
    change === null && 'no earlier wave to compare with',
    change?.verdict === 'too few' &&
      `change called from ${thresholds.change} answers in both waves on, taken as the middle of what is shown`,
    change?.verdict === 'no change shown' &&
      (change.smallestSeen === null
        ? 'a difference without a test'
        : `a change of ${change.smallestSeen.toFixed(1)} points or more would have been seen in 4 of 5 cases`),
  ]
  return notes.filter((note) => note !== false).join('; ')
}
