import { expect, test } from 'vitest'
import { slightSkewNull, uniformNull } from './null-variance.ts'

test('two answers at random have a variance of a quarter', () => {
  expect(uniformNull(2)).toBe(0.25)
})

// LeBreton & Senter (2008), table 2.
test('the slightly skewed null is given for 5 to 11 answers and for no others', () => {
  const published = [5, 6, 7, 8, 9, 10, 11].map((points) => slightSkewNull(points))
  expect(published.map((one) => one.ok && one.value)).toEqual([1.34, 1.85, 2.9, 3.47, 5.66, 6.3, 7.31])
  expect([slightSkewNull(4).ok, slightSkewNull(12).ok]).toEqual([false, false])
})

test('people who lean to one side scatter less than people who do not', () => {
  for (const points of [5, 6, 7, 8, 9, 10, 11]) {
    const skewed = slightSkewNull(points)
    expect(skewed.ok && skewed.value).toBeLessThan(uniformNull(points))
  }
})
