import { expect, test } from 'vitest'
import { testAgainstOracle } from '../test/oracle.ts'
import { logGamma } from './log-beta.ts'
import { tQuantile, tTwoSidedP } from './student-t.ts'

const relative = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected)

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
