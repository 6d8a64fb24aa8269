import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'

/**
 * Variance of answers given at random, all answers equally likely: what agreement is compared with.
 * Source: (A^2 - 1) / 12, James, Demaree & Wolf (1984).
 * @param points number of possible answers A
 * @example uniformNull(7) // 4
 */
export function uniformNull(points: number): number {
  return (points * points - 1) / 12
}

/**
 * Variance of random answers that lean a little to one side, as courtesy makes them lean: the stricter comparison, and
 * the fairer one where means are high.
 * Source: LeBreton & Senter (2008), table 2.
 * @param points from 5 to 11; absent otherwise, because nobody has published a value
 * @example slightSkewNull(5).value // 1.34
 * @example slightSkewNull(4) // { ok: false, error: { code: 'no-reference' } }
 */
export function slightSkewNull(points: number): Statistic<number> {
  const variance = slightSkew.get(points)
  return variance === undefined ? absent('no-reference') : ok(variance)
}

const slightSkew = new Map([
  [5, 1.34],
  [6, 1.85],
  [7, 2.9],
  [8, 3.47],
  [9, 5.66],
  [10, 6.3],
  [11, 7.31],
])
