import { ok } from '@chorus/basics/result'
import { sampleCorrelation, sampleVariance } from 'simple-statistics'
import { absent, type Statistic } from './absent.ts'
import type { Interval } from './mean-interval.ts'
import { normalQuantile } from './normal.ts'

export type Correlation = {
  readonly r: number
  /** 95 %. */
  readonly interval: Interval
  readonly pairs: number
}

/**
 * How far two figures go together over units: 1 in step, 0 not at all, -1 against each other. Wants 10 pairs.
 * Source: Pearson; interval by the transformation of Fisher (1921), z = atanh r with standard error 1 / sqrt(n - 3); R cor.test.
 * @returns absent below four pairs, and where one of the two is the same everywhere
 * @example correlation([[1, 2], [2, 1], [3, 4], [4, 3]]).value.r // 0.6
 */
export function correlation(pairs: readonly (readonly [number, number])[]): Statistic<Correlation> {
  if (pairs.length < 4) return absent('too-few-groups')
  const [a, b] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)]
  if (Math.min(sampleVariance(a), sampleVariance(b)) < 1e-24) return absent('no-spread')
  const r = Math.max(-1, Math.min(1, sampleCorrelation(a, b)))
  const half = normalQuantile(0.975) / Math.sqrt(pairs.length - 3)
  const at = (z: number) => Math.tanh(Math.atanh(r) + z)
  return ok({ r, interval: { lo: at(-half), hi: at(half) }, pairs: pairs.length })
}
