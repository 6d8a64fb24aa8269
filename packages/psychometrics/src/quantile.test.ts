import { expect, test } from 'vitest'
import { quantileSorted } from './quantile.ts'

test('nothing has no quantile, one value is all of its own', () => {
  expect(quantileSorted([], 0.5)).toBe(null)
  expect(quantileSorted([7], 0.025)).toBe(7)
})

// R: quantile(c(1, 2, 4, 8, 16), c(0, .1, .5, .9, 1))
test('it agrees with R type 7', () => {
  const at = (p: number) => quantileSorted([1, 2, 4, 8, 16], p)
  expect([0, 0.1, 0.5, 1].map(at)).toEqual([1, 1.4, 4, 16])
  expect(at(0.9)).toBeCloseTo(12.8, 12)
})
