import { expect, test } from 'vitest'
import { testAgainstOracle } from '../test/oracle.ts'
import { relativeError } from '../test/relative-error.ts'
import { noncentralTCdf, noncentralTQuantile, noncentralTUpper } from './noncentral-t.ts'
import { tCdf } from './student-t.ts'

/** t, df, ncp, the tail below and the tail above: the defining integral in mpmath 1.3.0 at 40 digits. */
const reference: [number, number, number, number, number][] = [
  [1, 8, 0.5, 0.6755381786797802, 0.3244618213202198],
  [2, 18, 2, 0.48920302739752203, 0.5107969726024779],
  [-0.5, 5, 1, 0.07230224347690406, 0.9276977565230959],
  [3.2, 60, 1.1, 0.9774827449000574, 0.022517255099942676],
  [-3, 5, 2, 6.73318853123727e-5, 0.9999326681146876],
  [-8, 3, 4, 5.151883949748502e-9, 0.9999999948481161],
  [0, 6, 1.5, 0.06680720126885807, 0.9331927987311419],
  [12, 9, 3, 0.9995994321587995, 0.00040056784120046866],
  [1, 200, 9, 6.680844206712012e-16, 0.9999999999999993],
  [40, 30, 20, 0.9999831241153292, 1.6875884670760416e-5],
  [2.5, 927, 1, 0.9327782158708676, 0.06722178412913243],
  [0.3, 1.5, -0.2, 0.6737943585786795, 0.3262056414213205],
]

test('both tails are right to 1e-12, down to where a tail is 1e-8', () => {
  for (const [t, df, ncp, below, above] of reference) {
    expect(relativeError(noncentralTCdf(t, { df, ncp }), below)).toBeLessThan(below > 1e-12 ? 1e-12 : 1e-10)
    expect(relativeError(noncentralTUpper(t, { df, ncp }), above)).toBeLessThan(1e-12)
  }
})

test('far out, where a single normal draw decides, it is still right', () => {
  expect(relativeError(noncentralTCdf(-1e6, { df: 1, ncp: -3 }), 2.39395859743322e-6)).toBeLessThan(1e-12)
  expect(relativeError(noncentralTCdf(5, { df: 1, ncp: 30 }), 4.01718815444534e-9)).toBeLessThan(1e-11)
})

test('without an effect it is the t of Student', () => {
  for (const t of [-40, -3, 0, 0.2, 5])
    for (const df of [1, 4.5, 300])
      expect(relativeError(noncentralTCdf(t, { df, ncp: 0 }), tCdf(t, df))).toBeLessThan(1e-12)
})

test('the quantile of a tail is the value itself', () => {
  for (const [t, df, ncp, below] of reference.filter(([t, , , below]) => t !== 0 && below < 0.99))
    expect(relativeError(noncentralTQuantile(below, { df, ncp }), t)).toBeLessThan(1e-11)
})

testAgainstOracle<unknown, NoncentralExpected>('distribution_functions', ({ expected }, near) => {
  const { t, df, ncp, p } = expected.noncentral_t_cdf
  expect(t.length).toBeGreaterThan(0)
  t.forEach((value, i) => {
    near(noncentralTCdf(value, { df: df[i] ?? 0, ncp: ncp[i] ?? 0 }), p[i] ?? null)
  })
})

type NoncentralExpected = { noncentral_t_cdf: Record<'t' | 'df' | 'ncp' | 'p', number[]> }
