import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testAgainstOracle } from '../test/oracle.ts'
import { ewmaChart } from './ewma-chart.ts'

test('no waves: no averages, no signals, and the limits that would come', () => {
  const chart = ewmaChart([], { centre: 4, sigma: 1 })
  expect(chart).toMatchObject({ averages: [], limits: [], signals: [] })
  expect(chart.asymptoticLimits.hi).toBeGreaterThan(4)
})

test('waves on the centre never signal, and limits widen towards the asymptotic ones', () => {
  const { signals, limits, asymptoticLimits } = ewmaChart(Array(50).fill(4), { centre: 4, sigma: 1 })
  expect(signals).toEqual([])
  limits.forEach(({ hi }, i) => {
    expect(hi).toBeGreaterThan(limits[i - 1]?.hi ?? 4)
  })
  expect(limits.at(-1)?.hi).toBeCloseTo(asymptoticLimits.hi, 6)
})

test('with the whole weight on the newest wave it is the chart of single values', () => {
  const chart = ewmaChart([1, 4, -2], { centre: 0, sigma: 1, weight: 1, width: 3 })
  expect(chart).toMatchObject({ averages: [1, 4, -2], signals: [1] })
})

test('an average lies among the centre and the waves so far', () => {
  const waves = fc.array(fc.double({ min: 1, max: 7, noNaN: true }), { minLength: 1 })
  fc.assert(
    fc.property(waves, (values) => {
      ewmaChart(values, { centre: 4, sigma: 1 }).averages.forEach((average, i) => {
        const soFar = [4, ...values.slice(0, i + 1)]
        expect(average).toBeGreaterThanOrEqual(Math.min(...soFar) - 1e-9)
        expect(average).toBeLessThanOrEqual(Math.max(...soFar) + 1e-9)
      })
    }),
  )
})

testAgainstOracle<
  { values: number[]; mu0: number; sigma: number; lambda: number; L: number },
  Record<'ewma' | 'ucl' | 'lcl' | 'signals_1based', number[]> &
    Record<'asymptotic_ucl' | 'asymptotic_lcl', number>
>('ewma', ({ input, expected }, near) => {
  const options = { centre: input.mu0, sigma: input.sigma, weight: input.lambda, width: input.L }
  const chart = ewmaChart(input.values, options)
  expect(chart.averages.length).toBe(expected.ewma.length)
  chart.averages.forEach((average, i) => {
    near(average, expected.ewma[i] ?? null)
    near(chart.limits[i]?.hi ?? null, expected.ucl[i] ?? null)
    near(chart.limits[i]?.lo ?? null, expected.lcl[i] ?? null)
  })
  near(chart.asymptoticLimits.hi, expected.asymptotic_ucl)
  near(chart.asymptoticLimits.lo, expected.asymptotic_lcl)
  expect(chart.signals.map((position) => position + 1)).toEqual(expected.signals_1based)
})
