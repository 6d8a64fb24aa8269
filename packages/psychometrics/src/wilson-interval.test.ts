import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testAgainstOracle } from '../test/oracle.ts'
import { wilsonInterval } from './wilson-interval.ts'

test('nobody answered: no interval', () => {
  expect(wilsonInterval(0, 0)).toBe(null)
})

test('none and all keep room on one side only', () => {
  expect(wilsonInterval(0, 5)?.lo).toBe(0)
  expect(wilsonInterval(0, 5)?.hi).toBeGreaterThan(0.4)
  expect(wilsonInterval(5, 5)?.hi).toBe(1)
})

test('when everybody answered, the share is what it is', () => {
  expect(wilsonInterval(3, 6, 6)).toEqual({ lo: 0.5, hi: 0.5 })
})

test('the interval lies within 0 and 1, holds the share, and mirrors that of all the others', () => {
  const counts = fc
    .integer({ min: 1, max: 500 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
  fc.assert(
    fc.property(counts, ([hits, n]) => {
      const [interval, others] = [wilsonInterval(hits, n), wilsonInterval(n - hits, n)]
      if (!interval || !others) throw new Error('there are answers')
      expect(interval.lo).toBeGreaterThanOrEqual(0)
      expect(interval.hi).toBeLessThanOrEqual(1)
      expect(interval.lo).toBeLessThanOrEqual(hits / n)
      expect(interval.hi).toBeGreaterThanOrEqual(hits / n)
      expect(interval.lo).toBeCloseTo(1 - others.hi, 12)
    }),
  )
})

testAgainstOracle<
  { k: number; n: number; population: number },
  { ci: [number, number]; ci_fpc?: [number, number] }
>('wilson', ({ input, expected }, near) => {
  const plain = wilsonInterval(input.k, input.n)
  near(plain?.lo ?? null, expected.ci[0])
  near(plain?.hi ?? null, expected.ci[1])
  if (!expected.ci_fpc) return
  const finite = wilsonInterval(input.k, input.n, input.population)
  near(finite?.lo ?? null, expected.ci_fpc[0])
  near(finite?.hi ?? null, expected.ci_fpc[1])
})
