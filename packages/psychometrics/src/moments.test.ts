import fc from 'fast-check'
import { mean, sampleStandardDeviation } from 'simple-statistics'
import { expect, test } from 'vitest'
import { addToMoments, mergeMoments, noMoments, sampleOf } from './moments.ts'

const momentsOf = (values: number[]) => values.reduce(addToMoments, noMoments)
const answers = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 60 })

test('no values have no mean, one value has no spread, equal values have a spread of 0', () => {
  expect(sampleOf(noMoments)).toBe(null)
  expect(sampleOf(momentsOf([5]))).toEqual({ n: 1, mean: 5, sd: null })
  expect(sampleOf(momentsOf([5, 5, 5]))).toEqual({ n: 3, mean: 5, sd: 0 })
  expect(sampleOf(momentsOf([1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1]))?.sd).toBe(0)
})

test('merging is exact for whole answers, in any order and grouping', () => {
  fc.assert(
    fc.property(answers, answers, answers, (a, b, c) => {
      const together = momentsOf([...a, ...b, ...c])
      const [x, y, z] = [momentsOf(a), momentsOf(b), momentsOf(c)]
      expect(mergeMoments(mergeMoments(x, y), z)).toEqual(together)
      expect(mergeMoments(x, mergeMoments(z, y))).toEqual(together)
    }),
  )
})

test('mean and spread are those of the values themselves', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 60 }), (values) => {
      const sample = sampleOf(momentsOf(values.map((value) => value - 1)), { origin: 1 })
      expect(sample?.mean).toBeCloseTo(mean(values), 12)
      expect(sample?.sd).toBeCloseTo(sampleStandardDeviation(values), 12)
    }),
  )
})

test('sums of several items become scale points', () => {
  const sample = sampleOf(momentsOf([4, 8]), { origin: 1, divisor: 4 })
  expect(sample).toEqual({ n: 2, mean: 2.5, sd: Math.SQRT1_2 })
})
