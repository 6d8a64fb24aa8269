import { expect, test } from 'vitest'
import { testAgainstOracle } from '../test/oracle.ts'
import { relativeError } from '../test/relative-error.ts'
import { fCdf, fPoint, fQuantile, fUpper } from './f-distribution.ts'

/** f, both degrees of freedom, the tail above and the tail below: continued fraction in mpmath 1.3.0 at 40 digits. */
const reference: [number, number, number, number, number][] = [
  [0.5, 3, 9, 0.6915161861556732, 0.30848381384432677],
  [5.02, 48, 1993, 1.3307083992577232e-25, 1.0],
  [12.449144525533315, 98, 7283, 4.089196109534241e-176, 1.0],
  [30, 2, 6, 0.0007513148009015778, 0.9992486851990984],
  [0.001, 1, 3, 0.9767590969181911, 0.023240903081808935],
  [1.1, 500, 60, 0.3315049799813301, 0.6684950200186699],
  [4, 0.5, 2.5, 0.1410562986346058, 0.8589437013653942],
  [1000, 3, 7, 1.4158089705381286e-9, 0.999999998584191],
]

test('both tails are right to 1e-12, also one of 1e-176', () => {
  for (const [f, df1, df2, above, below] of reference) {
    expect(relativeError(fUpper(f, [df1, df2]), above)).toBeLessThan(1e-12)
    expect(relativeError(fCdf(f, [df1, df2]), below)).toBeLessThan(1e-12)
  }
})

test('the point between two tails is the value itself', () => {
  for (const [f, df1, df2, above, below] of reference)
    expect(relativeError(fPoint({ above, below }, [df1, df2]), f)).toBeLessThan(1e-12)
})

test('a hundred thousand and more degrees of freedom still leave eleven digits', () => {
  expect(relativeError(fUpper(1.01, [100_000, 700_000]), 0.018532644693034363)).toBeLessThan(1e-11)
})

// R's qf gives the last two as ...04341078 and ...9769817: right to 6e-11 only.
test('low quantiles on one degree of freedom are right to 1e-12', () => {
  for (const [df2, f] of [
    [3, 0.00115718913238829],
    [18, 0.00100974504340816],
    [1993, 0.00098231576975419],
  ] as const)
    expect(relativeError(fQuantile(0.025, [1, df2]), f)).toBeLessThan(1e-12)
})

test('a quantile is found for any shape and the smallest tails, and is 0 where it is too small for a number', () => {
  for (const df1 of [0.1, 1, 40, 20_000])
    for (const df2 of [0.1, 3, 500, 90_000])
      for (const tail of [1e-60, 1e-9, 0.3]) {
        const high = fPoint({ below: 1 - tail, above: tail }, [df1, df2])
        const low = fPoint({ below: tail, above: 1 - tail }, [df1, df2])
        if (high < Number.POSITIVE_INFINITY)
          expect(relativeError(fUpper(high, [df1, df2]), tail)).toBeLessThan(1e-10)
        if (low > 0) expect(relativeError(fCdf(low, [df1, df2]), tail)).toBeLessThan(1e-10)
      }
  expect(fPoint({ below: 1e-60, above: 1 }, [0.1, 3])).toBe(0)
})

test('nothing lies below 0', () => {
  expect([fCdf(0, [3, 9]), fUpper(0, [3, 9])]).toEqual([0, 1])
})

testAgainstOracle<unknown, FExpected>('distribution_functions', ({ expected }, near) => {
  const { f_quantile: quantile, f_upper_p: tail } = expected
  expect(Math.min(quantile.p.length, tail.F.length)).toBeGreaterThan(0)
  quantile.p.forEach((p, i) => {
    const found = fQuantile(p, [at(quantile.df1, i), at(quantile.df2, i)])
    near(found, at(quantile.x, i))
  })
  tail.F.forEach((f, i) => {
    const found = fUpper(f, [at(tail.df1, i), at(tail.df2, i)])
    expect(relativeError(found, at(tail.p, i))).toBeLessThan(1e-12)
  })
})

type FExpected = {
  f_quantile: { p: number[]; df1: number[]; df2: number[]; x: number[] }
  f_upper_p: { F: number[]; df1: number[]; df2: number[]; p: number[] }
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN
}
