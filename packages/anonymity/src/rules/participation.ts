import type { Figure } from '@chorus/contracts/publish'

/** From so many invited people on a rate below four fifths is shown as it is. */
const exactFrom = 30
const bands: readonly number[] = [0, 0.5, 0.65, 0.8, 1]

/**
 * Rule: a response rate is shown as it is only where the number of answers is, and else in bands; and four fifths are never told from
 * all: that everybody took part would say that each person did. Stops: reading from a rate how many answered, or that
 * nobody stayed away. Cost: the best rates look alike.
 * @param shownAnswers the number of answers as it is shown
 * @param invited people invited, at least 1
 */
export function shownResponseRate(shownAnswers: Figure, answers: number, invited: number): Figure {
  const rate = answers / invited
  if (typeof shownAnswers === 'number' && invited >= exactFrom && rate < 0.8) return rate
  const above = bands.findIndex((edge) => edge > rate)
  const at = above === -1 ? bands.length - 1 : above
  return { lo: bands[at - 1] ?? 0, hi: bands[at] ?? 1 }
}
