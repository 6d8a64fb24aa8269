import { shownMean, stepsFor } from '@chorus/anonymity/rules/display-steps'
import { shownSample } from '@chorus/anonymity/shown-sample'
import { meanInterval } from '@chorus/psychometrics/mean-interval'
import type { Sample } from '@chorus/psychometrics/moments'

/** How sure a mean will be, in scale points to either side of it: half the width of its 95 % interval. Null where none will be shown. */
export type ExpectedPrecision = {
  readonly answers: number
  /** Of the climate as such, of which the answers are a sample. */
  readonly half: number | null
  /** Of exactly the people invited: smaller, with the finite population correction. */
  readonly halfOfInvited: number | null
}

/**
 * What to expect before anybody is asked, of so many people at this participation. Made as reports make their intervals: with the typical
 * spread and the error of the display steps.
 * @param participation 0 to 1
 * @param known range of the measure; `spread`, its typical standard deviation in scale points; `minimum`, answers that anything shown needs
 */
export function expectedPrecision(
  people: number,
  participation: number,
  known: { readonly min: number; readonly max: number; readonly spread: number; readonly minimum: number },
): ExpectedPrecision {
  const answers = Math.round(people * participation)
  if (answers < known.minimum) return { answers, half: null, halfOfInvited: null }
  const middle = shownMean((known.min + known.max) / 2, known, stepsFor(answers).mean)
  const sample = shownSample(answers, middle, known.spread)
  return { answers, half: halfOf(sample), halfOfInvited: halfOf(sample, people) }
}

function halfOf(sample: Sample, population?: number): number | null {
  const interval = meanInterval(sample, population)
  return interval.ok ? (interval.value.hi - interval.value.lo) / 2 : null
}
