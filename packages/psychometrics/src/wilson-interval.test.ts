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
