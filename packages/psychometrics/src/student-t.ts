import { incompleteBeta } from './incomplete-beta.ts'
import { logBeta } from './log-beta.ts'

/**
 * Probability of a Student t at least this far from 0 in either direction.
 * Source: P(|T| > t) = I_{df/(df+t^2)}(df/2, 1/2).
 * @param df degrees of freedom, above 0, not necessarily whole
 */
export function tTwoSidedP(t: number, df: number): number {
  const square = t * t
  return incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square))
}

/**
 * Quantile of Student's t: the value that a share p of all draws stays below. Good to about 1e-13; a million degrees of freedom cost four digits.
 * The upper tail falls and flattens to the right of 0, so Newton's steps from 0 approach the
 * quantile from one side and never overshoot.
 * @param p above 0 and below 1
 * @example tQuantile(0.975, 4) // 2.776445105197793
 */
export function tQuantile(p: number, df: number): number {
  if (p < 0.5) return -tQuantile(1 - p, df)
  const tail = 1 - p
  let t = 0
  for (let round = 0; round < 200; round++) {
    const step = (tTwoSidedP(t, df) / 2 - tail) / density(t, df)
    t += step
    if (Math.abs(step) <= 1e-15 * t) break
  }
  return t
}

function density(t: number, df: number): number {
  return Math.exp(-0.5 * (df + 1) * Math.log1p((t * t) / df) - 0.5 * Math.log(df) - logBeta(0.5, df / 2))
}
