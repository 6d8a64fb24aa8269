import { expect, test } from 'vitest'
import { normalisedEntropy } from './normalised-entropy.ts'

test('nothing at all, and a single group, have no evenness', () => {
  expect(normalisedEntropy([])).toBeNull()
  expect(normalisedEntropy([0, 0])).toBeNull()
  expect(normalisedEntropy([7])).toBeNull()
})

// Values that the documentation of the R package Rage prints for evenness_shannon.
test('it agrees with evenness_shannon of R, which counts empty groups too', () => {
  expect(normalisedEntropy([0.2, 0.2, 0.2, 0.2, 0.2])).toBeCloseTo(1, 12)
  expect(normalisedEntropy([0.8, 0.1, 0.05, 0.03, 0.02])).toBeCloseTo(0.4610288, 7)
  expect(normalisedEntropy([1, 0, 0, 0, 0])).toBe(0)
})

test('counts and the shares that they make give the same', () => {
  expect(normalisedEntropy([80, 10, 5, 3, 2])).toBeCloseTo(0.4610288, 7)
})
