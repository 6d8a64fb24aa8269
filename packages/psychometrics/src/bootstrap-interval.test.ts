import { mean } from 'simple-statistics'
import { expect, test } from 'vitest'
import { testAgainstOracle } from '../test/oracle.ts'
import { bootstrapInterval } from './bootstrap-interval.ts'

const meanOf = (values: readonly number[]) => mean([...values])

test('nothing and one answer have no interval', () => {
  expect(bootstrapInterval([], meanOf)).toEqual({ ok: false, error: { code: 'too-few-answers' } })
  expect(bootstrapInterval([4], meanOf)).toEqual({ ok: false, error: { code: 'too-few-answers' } })
})

test('a statistic that no resample has is absent', () => {
  expect(bootstrapInterval([4, 5], () => null)).toEqual({
    ok: false,
    error: { code: 'no-fit' },
  })
})

test('the same seed gives the same interval, another seed another one', () => {
  const values = [3.2, 4, 4.6, 2.8, 3.9, 1.1, 6.7]
  const once = bootstrapInterval(values, meanOf, { seed: 5, resamples: 200 })
  expect(bootstrapInterval(values, meanOf, { seed: 5, resamples: 200 })).toEqual(once)
  expect(bootstrapInterval(values, meanOf, { seed: 6, resamples: 200 })).not.toEqual(once)
})

test('whole rows are drawn, so that what belongs together stays together', () => {
  const rows: [number, number][] = [
    [1, -1],
    [2, -2],
    [5, -5],
  ]
  const sums = bootstrapInterval(rows, (drawn) => mean(drawn.map(([a, b]) => a + b)))
  expect(sums).toEqual({ ok: true, value: { lo: 0, hi: 0 } })
})

testAgainstOracle<
  { values?: number[] },
  { exact_bootstrap?: { percentile_2_5: number; percentile_97_5: number } }
>('mean_ci', ({ input, expected }) => {
  if (!input.values || !expected.exact_bootstrap) return
  const interval = bootstrapInterval(input.values, meanOf)
  if (!interval.ok) throw new Error(interval.error.code)
  // A random bootstrap of 10,000 comes within 0.03 of all resamples there are.
  expect(Math.abs(interval.value.lo - expected.exact_bootstrap.percentile_2_5)).toBeLessThan(0.03)
  expect(Math.abs(interval.value.hi - expected.exact_bootstrap.percentile_97_5)).toBeLessThan(0.03)
})
