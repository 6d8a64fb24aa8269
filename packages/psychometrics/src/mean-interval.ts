import { err, ok, type Result } from '@chorus/basics/result'
import type { Sample } from './moments.ts'
import { tQuantile } from './student-t.ts'

export type Interval = { readonly lo: number; readonly hi: number }
export type NoInterval = { code: 'one-answer' }

/**
 * 95 % t interval of a mean: mean +- t(n-1) * s / sqrt(n).
 * Without a population it speaks of the climate as such, of which these answers are a sample. With one it speaks of
 * exactly these people this week, and shrinks to a point when all of them answered.
 * One answer has no spread and so no interval.
 * Source: Student 1908; finite population correction sqrt(1 - n/N), Cochran (1977) ch. 2.
 * @param population number of people who could have answered; never taken as less than n
 * @example meanInterval({ n: 9, mean: 4, sd: 1.5 }, 9) // { ok: true, value: { lo: 4, hi: 4 } }
 */
export function meanInterval(sample: Sample, population?: number): Result<Interval, NoInterval> {
  const error = standardError(sample, population)
  if (error === null) return err({ code: 'one-answer' })
  const half = tQuantile975(sample.n - 1) * error
  return ok({ lo: sample.mean - half, hi: sample.mean + half })
}

/**
 * Standard error of the mean, with the finite population correction when a population is given.
 * @example standardError({ n: 9, mean: 4, sd: 1.5 }) // 0.5
 */
export function standardError(sample: Sample, population?: number): number | null {
  if (sample.sd === null) return null
  const missing = population === undefined ? 1 : Math.max(0, 1 - sample.n / population)
  return (sample.sd / Math.sqrt(sample.n)) * Math.sqrt(missing)
}

/** Thousands of cells share a few degrees of freedom. */
const quantiles = new Map<number, number>()
function tQuantile975(df: number): number {
  const known = quantiles.get(df)
  if (known !== undefined) return known
  const value = tQuantile(0.975, df)
  quantiles.set(df, value)
  return value
}
