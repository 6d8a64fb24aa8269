import { fPoint, fUpper } from './f-distribution.ts'

/**
 * Probability of a Student t at least this far from 0 in either direction, exact in relative terms however small.
 * Source: the square of a t is an F on 1 and df degrees of freedom.
 * @param df degrees of freedom, above 0, not necessarily whole
 * @example tTwoSidedP(1, 1) // 0.5
 */
export function tTwoSidedP(t: number, df: number): number {
  return fUpper(t * t, [1, df])
}

/**
 * Probability of a Student t above t.
 * @example tUpper(1, 1) // 0.25
 */
export function tUpper(t: number, df: number): number {
  const half = tTwoSidedP(t, df) / 2
  return t < 0 ? 1 - half : half
}

/**
 * Probability of a Student t below t.
 * @example tCdf(-1, 1) // 0.25
 */
export function tCdf(t: number, df: number): number {
  return tUpper(-t, df)
}

/**
 * Quantile of Student's t: the value that a share p of all draws stays below. Good to about 1e-13;
 * a hundred million degrees of freedom leave nine digits.
 * @param p above 0 and below 1
 * @example tQuantile(0.975, 4) // 2.776445105198
 */
export function tQuantile(p: number, df: number): number {
  if (p === 0.5) return 0
  const upper = p > 0.5
  const both = { below: upper ? 2 * p - 1 : 1 - 2 * p, above: 2 * (upper ? 1 - p : p) }
  const distance = Math.sqrt(fPoint(both, [1, df]))
  return upper ? distance : -distance
}
