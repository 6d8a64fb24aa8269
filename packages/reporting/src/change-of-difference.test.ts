import { expect, test } from 'vitest'
import { changeOfDifference } from './change-of-difference.ts'

const compared = (difference: number, standardError: number, df: number) => ({
  difference,
  test: { standardError, df },
})

test('nothing is said where a wave was too few to be tested', () => {
  expect(changeOfDifference({ difference: 0.5, test: null }, compared(1, 0.3, 20))).toBe(null)
  expect(changeOfDifference(compared(1, 0.3, 20), { difference: null, test: null })).toBe(null)
})

test('errors add as squares, and the smaller sample says how sure it is', () => {
  // qt(0.975, 10) = 2.228139 in R; sqrt(0.3^2 + 0.4^2) = 0.5
  const found = changeOfDifference(compared(-0.2, 0.3, 10), compared(0.8, 0.4, 40))
  expect(found?.difference).toBeCloseTo(1)
  expect(found?.interval.lo).toBeCloseTo(1 - 2.228139 * 0.5, 5)
  expect(found?.interval.hi).toBeCloseTo(1 + 2.228139 * 0.5, 5)
})
