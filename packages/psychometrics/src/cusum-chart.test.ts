import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testAgainstOracle } from '../test/oracle.ts'
import { cusumChart } from './cusum-chart.ts'

test('no waves: no sums and no signals', () => {
  expect(cusumChart([], { centre: 4, sigma: 1 })).toEqual({
    high: [],
    low: [],
    decisionLimit: 5,
    signals: [],
  })
})

test('deviations within the slack never add up', () => {
  expect(cusumChart(Array(100).fill(4.5), { centre: 4, sigma: 1 }).signals).toEqual([])
})

test('a lasting change of one sigma signals when its excess has passed the limit', () => {
  expect(cusumChart(Array(12).fill(5), { centre: 4, sigma: 1 }).signals).toEqual([10, 11])
})

test('turned upside down, high and low change places', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true })), (values) => {
      const plain = cusumChart(values, { centre: 0, sigma: 1 })
      const turned = cusumChart(
        values.map((value) => -value),
        { centre: 0, sigma: 1 },
      )
      expect(turned).toEqual({ ...plain, high: plain.low, low: plain.high })
    }),
  )
})

testAgainstOracle<
  { values: number[]; mu0: number; sigma: number; k: number; h: number },
  Record<'cusum_high' | 'cusum_low' | 'signals_1based', number[]> & { decision_limit: number }
>('cusum', ({ input, expected }, near) => {
  const options = { centre: input.mu0, sigma: input.sigma, slack: input.k, limit: input.h }
  const chart = cusumChart(input.values, options)
  expect(chart.high.length).toBe(expected.cusum_high.length)
  chart.high.forEach((sum, i) => {
    near(sum, expected.cusum_high[i] ?? null)
    near(chart.low[i] ?? null, expected.cusum_low[i] ?? null)
  })
  near(chart.decisionLimit, expected.decision_limit)
  expect(chart.signals.map((position) => position + 1)).toEqual(expected.signals_1based)
})
