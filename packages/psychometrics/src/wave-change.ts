import { err, ok, type Result } from '@chorus/basics/result'
import { logGamma } from './log-beta.ts'
import type { Interval } from './mean-interval.ts'
import type { Sample } from './moments.ts'
import { tQuantile, tTwoSidedP } from './student-t.ts'

export type WaveChange = {
  /** later - earlier, in scale points */
  readonly difference: number
  readonly se: number
  readonly t: number
  readonly df: number
  readonly p: number
  readonly interval: Interval
  /** Difference in units of the pooled spread, without small-sample bias. */
  readonly hedgesG: number
  /** Smallest true difference that these two samples would have called a change with a probability of 80 %. */
  readonly smallestSeen: number
}
export type NoWaveChange = { code: 'one-answer' } | { code: 'no-spread'; difference: number }

/**
 * Change between two waves, as of two independent groups: anonymous answers cannot be paired, and where the same
 * people answer twice this is cautious. Two waves without any spread have a difference and no test.
 * `smallestSeen` is the usual approximation (t(.975) + t(.80)) * se; n = 5 in both waves gives 2.0 sd.
 * Source: Welch (1947); Hedges (1981) with the exact correction J; R t.test, effectsize::hedges_g.
 * @example waveChange({ n: 5, mean: 4, sd: 0 }, { n: 5, mean: 5, sd: 0 }) // { ok: false, error: { code: 'no-spread', difference: 1 } }
 */
export function waveChange(earlier: Sample, later: Sample): Result<WaveChange, NoWaveChange> {
  if (earlier.sd === null || later.sd === null) return err({ code: 'one-answer' })
  const difference = later.mean - earlier.mean
  const a = earlier.sd ** 2 / earlier.n
  const b = later.sd ** 2 / later.n
  const se = Math.sqrt(a + b)
  if (se === 0) return err({ code: 'no-spread', difference })

  const df = (a + b) ** 2 / (a ** 2 / (earlier.n - 1) + b ** 2 / (later.n - 1))
  const t = difference / se
  const quantile = tQuantile(0.975, df)
  const freedom = earlier.n + later.n - 2
  const pooled = Math.sqrt(((earlier.n - 1) * earlier.sd ** 2 + (later.n - 1) * later.sd ** 2) / freedom)
  return ok({
    difference,
    se,
    t,
    df,
    p: tTwoSidedP(t, df),
    interval: { lo: difference - quantile * se, hi: difference + quantile * se },
    hedgesG: smallSampleCorrection(freedom) * (difference / pooled),
    smallestSeen: (quantile + tQuantile(0.8, df)) * se,
  })
}

/** Hedges' J(m) = gamma(m/2) / (sqrt(m/2) gamma((m-1)/2)). */
function smallSampleCorrection(m: number): number {
  return Math.exp(logGamma(m / 2) - 0.5 * Math.log(m / 2) - logGamma((m - 1) / 2))
}
