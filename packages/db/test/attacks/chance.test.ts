import { expect, test } from 'vitest'
import { rightHalves, rightPlaces, sumOf, tail } from './chance.ts'

test('right places by chance are the rencontres numbers', () => {
  // OEIS A008290, row 5: 44, 45, 20, 10, 0, 1 of 120.
  const expected = [44, 45, 20, 10, 0, 1].map((count) => count / 120)
  for (const [right, p] of rightPlaces(5).entries()) expect(p).toBeCloseTo(expected[right] ?? -1, 14)
})

test('right halves by chance are hypergeometric', () => {
  // R 4.2: dhyper(0:3, 3, 4, 3)
  const expected = [4, 18, 12, 1].map((count) => count / 35)
  for (const [right, p] of rightHalves(7).entries()) expect(p).toBeCloseTo(expected[right] ?? -1, 14)
})

test('cohorts add up, and the tail begins at everything', () => {
  const five = sumOf([34, 34, 34, 34, 34].map(rightPlaces))
  expect(tail(five, 0)).toBeCloseTo(1, 12)
  // Each cohort has one right place on average, whatever its size.
  expect(five.reduce((sum, p, right) => sum + p * right, 0)).toBeCloseTo(5, 10)
  expect(tail(five, 21)).toBeLessThan(1e-6)
  expect(tail(five, 10)).toBeGreaterThan(1e-3)
})

test('of one or two people all is known by chance', () => {
  expect(rightPlaces(0)).toEqual([1])
  expect(rightPlaces(1)).toEqual([0, 1])
  expect(rightPlaces(2)).toEqual([0.5, 0, 0.5])
})
