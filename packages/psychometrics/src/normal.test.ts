import { expect, test } from 'vitest'
import { testAgainstOracle } from '../test/oracle.ts'
import { relativeError } from '../test/relative-error.ts'
import { normalCdf, normalQuantile, normalUpper } from './normal.ts'

/** x and the probability below it, from mpmath 1.3.0 (ncdf) at 40 digits. */
const reference: [number, number][] = [
  [-38.0, 2.88542835e-316],
  [-20.0, 2.7536241186062337e-89],
  [-8.0, 6.220960574271784e-16],
  [-5.7, 5.990371401063528e-9],
  [-3.0, 0.0013498980316300946],
  [-1.0, 0.15865525393145705],
  [-0.67, 0.2514288950953101],
  [-0.1, 0.460172162722971],
  [0.3, 0.6179114221889527],
  [0.8, 0.7881446014166034],
  [2.0, 0.9772498680518208],
  [6.0, 0.9999999990134123],
]

test('tails of both sides are right to 1e-13, down to 1e-316', () => {
  for (const [x, p] of reference) {
    expect(relativeError(normalCdf(x), p)).toBeLessThan(1e-13)
    expect(relativeError(normalUpper(-x), p)).toBeLessThan(1e-13)
  }
})

test('the quantile of the tail is the value itself', () => {
  for (const [x, p] of reference.filter(([x]) => x > -38 && x < 1))
    expect(relativeError(normalQuantile(p), x)).toBeLessThan(1e-13)
  expect(normalQuantile(0.5)).toBe(0)
})

testAgainstOracle<unknown, NormalExpected>('distribution_functions', ({ expected }) => {
  const { normal_quantile: quantile, normal_cdf: cdf } = expected
  expect(Math.min(quantile.p.length, cdf.x.length)).toBeGreaterThan(0)
  quantile.p.forEach((p, i) => {
    expect(relativeError(normalQuantile(p), quantile.x[i] ?? Number.NaN)).toBeLessThan(1e-12)
  })
  cdf.x.forEach((x, i) => {
    expect(relativeError(normalCdf(x), cdf.p[i] ?? Number.NaN)).toBeLessThan(1e-12)
  })
})

type NormalExpected = {
  normal_quantile: { p: number[]; x: number[] }
  normal_cdf: { x: number[]; p: number[] }
}
