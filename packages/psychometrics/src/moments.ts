/**
 * Number, mean and spread of a stream of values, in three sums that merge: adding the sums of two groups gives the
 * sums of both together, in any order and grouping. Values are taken as distances from an origin (the lowest
 * possible answer), so whole answers stay whole numbers and every step is exact below 2^53.
 * Source: sum of squared deviations = sum of squares - (sum)^2 / n (Cochran 1977); integers make it exact.
 */
export type Moments = { readonly n: number; readonly sum: number; readonly sumOfSquares: number }

export const noMoments: Moments = { n: 0, sum: 0, sumOfSquares: 0 }

/**
 * The sums with one more value; `fromOrigin` is its distance from the origin.
 * @example addToMoments(noMoments, 3) // { n: 1, sum: 3, sumOfSquares: 9 }
 */
export function addToMoments(m: Moments, fromOrigin: number): Moments {
  return { n: m.n + 1, sum: m.sum + fromOrigin, sumOfSquares: m.sumOfSquares + fromOrigin * fromOrigin }
}

/** @example mergeMoments(addToMoments(noMoments, 3), addToMoments(noMoments, 4)) // { n: 2, sum: 7, sumOfSquares: 25 } */
export function mergeMoments(a: Moments, b: Moments): Moments {
  return { n: a.n + b.n, sum: a.sum + b.sum, sumOfSquares: a.sumOfSquares + b.sumOfSquares }
}

/** n, mean and sample standard deviation: what intervals and comparisons are made of. */
export type Sample = { readonly n: number; readonly mean: number; readonly sd: number | null }

/**
 * @param divisor how many units of the sums make one scale point: the number of items, when each value is the sum
 *   of a person's answers to them
 * @returns null for no values; `sd` (divisor n - 1) is null for a single value
 * @example sampleOf({ n: 2, sum: 4, sumOfSquares: 10 }, { origin: 1 }) // { n: 2, mean: 3, sd: 1.41421356 }
 */
export function sampleOf(m: Moments, scale: { origin?: number; divisor?: number } = {}): Sample | null {
  if (m.n === 0) return null
  const { origin = 0, divisor = 1 } = scale
  const mean = origin + m.sum / m.n / divisor
  return { n: m.n, mean, sd: m.n > 1 ? Math.sqrt(squaredDeviations(m) / (m.n - 1)) / divisor : null }
}

/** Rounding leaves a tiny rest where decimal answers are all equal: below it there is no spread. */
function squaredDeviations(m: Moments): number {
  const deviations = (m.n * m.sumOfSquares - m.sum * m.sum) / m.n
  return deviations > 1e-12 * m.sumOfSquares ? deviations : 0
}
