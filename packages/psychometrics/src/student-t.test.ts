import { expect, test } from 'vitest'
import { testAgainstOracle } from '../test/oracle.ts'
import { relativeError as relative } from '../test/relative-error.ts'
import { logGamma } from './log-beta.ts'
import { tCdf, tQuantile, tTwoSidedP, tUpper } from './student-t.ts'

/** t, df and the two-sided tail: continued fraction in mpmath 1.3.0 at 40 digits. */
const reference: [number, number, number][] = [
  [0.01, 3, 0.992649111412852],
  [2, 1, 0.2951672353008665],
  [40, 12, 3.851229580772034e-14],
  [9, 1000, 1.11290771718715e-18],
  [3, 12345.5, 0.002705183694002022],
  [25, 200, 1.8539096107492524e-63],
]

test('tails are right to 1e-12, and their quantiles are the values themselves', () => {
  for (const [t, df, p] of reference) {
    expect(relative(tTwoSidedP(t, df), p)).toBeLessThan(1e-12)
    expect(relative(tUpper(t, df), p / 2)).toBeLessThan(1e-12)
    expect(relative(tCdf(t, df), 1 - p / 2)).toBeLessThan(1e-12)
    expect(relative(tQuantile(p / 2, df), -t)).toBeLessThan(1e-12)
  }
})

// One and two degrees of freedom have quantiles in closed form: tan(pi (p - 1/2)) and a square root.
test('quantiles agree with the closed forms for 1 and 2 degrees of freedom to 1e-12', () => {
  for (const p of [0.6, 0.8, 0.975, 0.995]) {
    expect(relative(tQuantile(p, 1), Math.tan(Math.PI * (p - 0.5)))).toBeLessThan(1e-12)
    expect(relative(tQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)))).toBeLessThan(1e-12)
  }
})

test('with very many degrees of freedom it is the normal distribution', () => {
  expect(tQuantile(0.975, 1e7)).toBeCloseTo(1.959963984540054, 6)
  expect(tTwoSidedP(1.959963984540054, 1e7)).toBeCloseTo(0.05, 6)
})

test('the quantile of the tail is the value itself', () => {
  for (const df of [1, 2.7, 9, 31, 400, 12_345])
    for (const t of [0.01, 0.5, 2, 3])
      expect(relative(tQuantile(1 - tTwoSidedP(t, df) / 2, df), t)).toBeLessThan(1e-9)
})

test('the middle is 0 and the lower half mirrors the upper', () => {
  expect(tQuantile(0.5, 3)).toBe(0)
  expect(tQuantile(0.025, 3)).toBeCloseTo(-tQuantile(0.975, 3), 12)
})

testAgainstOracle<unknown, DistributionExpected>('distribution_functions', ({ expected }, near) => {
  const { t_quantile: quantile, t_two_sided_p: tail, lgamma } = expected
  expect(Math.min(quantile.p.length, tail.t.length, lgamma.x.length)).toBeGreaterThan(0)
  quantile.p.forEach((p, i) => {
    expect(relative(tQuantile(p, at(quantile.df, i)), at(quantile.x, i))).toBeLessThan(1e-12)
  })
  tail.t.forEach((t, i) => {
    near(tTwoSidedP(t, at(tail.df, i)), at(tail.p, i))
    expect(relative(tTwoSidedP(t, at(tail.df, i)), at(tail.p, i))).toBeLessThan(1e-12)
  })
  lgamma.x.forEach((x, i) => {
    near(logGamma(x), at(lgamma.y, i))
  })
})

type DistributionExpected = {
  t_quantile: { p: number[]; df: number[]; x: number[] }
  t_two_sided_p: { t: number[]; df: number[]; p: number[] }
  lgamma: { x: number[]; y: number[] }
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN
}
