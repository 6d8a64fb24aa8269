import { err, ok, type Result } from '@chorus/basics/result'
import type { Interval } from './mean-interval.ts'
import type { Sample } from './moments.ts'
import { smallestSeenChange } from './smallest-seen-change.ts'
import { tQuantile, tTwoSidedP } from './student-t.ts'

export type WaveChange = {
  /** later - earlier, in scale points */
  readonly difference: number
  readonly se: number
  readonly t: number
  readonly df: number
  readonly p: number
  readonly interval: Interval
  /** Smallest true difference that these two samples would have called a change with a probability of 80 %. */
  readonly smallestSeen: number
}
export type NoWaveChange = { code: 'one-answer' } | { code: 'no-spread'; difference: number }

/**
 * Change between two waves, as of two independent groups: anonymous answers cannot be paired, and where the same
 * people answer twice this is cautious. Two waves without any spread have a difference and no test.
 * Wants 8 answers in both waves. How large the change is beside how people differ: `hedgesG`.
 * Source: Welch (1947); R t.test.
 * @example waveChange({ n: 8, mean: 4, sd: 1 }, { n: 8, mean: 5, sd: 1 }).value.t // 2
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
  return ok({
    difference,
    se,
    t,
    df,
    p: tTwoSidedP(t, df),
    interval: { lo: difference - quantile * se, hi: difference + quantile * se },
    smallestSeen: smallestSeenChange(se, df),
  })
}
