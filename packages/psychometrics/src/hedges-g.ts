import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import { logGamma } from './log-beta.ts'
import type { Interval } from './mean-interval.ts'
import type { Sample } from './moments.ts'
import { noncentralTCdf } from './noncentral-t.ts'
import { rootBetween } from './root-between.ts'

export type StandardisedChange = {
  /** Spread within the two waves together, in scale points. */
  readonly pooledSd: number
  /** Difference in units of that spread (Cohen's d), a little too large in small samples. */
  readonly d: number
  /** J: what takes that away. */
  readonly correction: number
  readonly g: number
  /** 95 %, of g. */
  readonly interval: Interval
}

/**
 * How large a change between two waves is, in units of how much people differ anyway: .2 small, .5 medium, .8 large, by a rule
 * of thumb (Cohen 1988) that knows nothing of your scale. Wants 8 answers in both waves.
 * Source: Hedges (1981) with the exact correction J(m) = gamma(m/2) / (sqrt(m/2) gamma((m-1)/2)); interval by the noncentral t
 * distribution, Steiger (2004); R effectsize::hedges_g.
 * @example hedgesG({ n: 2, mean: 3, sd: 1 }, { n: 2, mean: 4, sd: 1 }).value.d // 1
 */
export function hedgesG(earlier: Sample, later: Sample): Statistic<StandardisedChange> {
  if (earlier.sd === null || later.sd === null) return absent('one-answer')
  const df = earlier.n + later.n - 2
  const pooledSd = Math.sqrt(((earlier.n - 1) * earlier.sd ** 2 + (later.n - 1) * later.sd ** 2) / df)
  if (pooledSd === 0) return absent('no-spread')
  const d = (later.mean - earlier.mean) / pooledSd
  const correction = smallSampleCorrection(df)
  const perStandardError = Math.sqrt(1 / earlier.n + 1 / later.n)
  const bound = (p: number) => correction * perStandardError * noncentralityAt(p, d / perStandardError, df)
  return ok({
    pooledSd,
    d,
    correction,
    g: correction * d,
    interval: { lo: bound(0.975), hi: bound(0.025) },
  })
}

/** By logarithms, since the gammas of large samples are beyond any number. */
function smallSampleCorrection(m: number): number {
  return Math.exp(logGamma(m / 2) - 0.5 * Math.log(m / 2) - logGamma((m - 1) / 2))
}

/** The noncentrality at which a share p of all t stay below this one: the more noncentral, the fewer do. */
function noncentralityAt(p: number, t: number, df: number): number {
  const excess = (ncp: number) => noncentralTCdf(t, { df, ncp }) - p
  let [low, high] = [t - 1, t + 1]
  while (excess(low) < 0) low -= high - low
  while (excess(high) > 0) high += high - low
  return rootBetween(excess, low, high)
}
