import { expect, test } from 'vitest'
import { relativeWeightIntervals } from './relative-weight-intervals.ts'
import { seededRandom } from './seeded-random.ts'

/** 200 people whose outcome goes with the first predictor, a little with the second, not with the third. */
function people(): number[][] {
  const random = seededRandom(7)
  const noise = () => random() + random() + random() - 1.5
  return Array.from({ length: 200 }, () => {
    const [a, b, c] = [noise(), noise(), noise()]
    return [a, b, c, a + 0.4 * b + noise()]
  })
}
const options = { origins: [0, 0, 0, 0], blocks: 200, resamples: 300 }

test('a predictor counts only where its weight is surely greater than that of random numbers', () => {
  const found = relativeWeightIntervals(people(), options)
  expect(found.ok && found.value.map((one) => one.better)).toEqual([true, true, false])
  expect(found.ok && Math.min(...found.value.map((one) => one.weight.lo))).toBeGreaterThanOrEqual(0)
})

test('the same seed gives the same intervals, another seed others', () => {
  const once = relativeWeightIntervals(people(), options)
  expect(relativeWeightIntervals(people(), options)).toEqual(once)
  expect(relativeWeightIntervals(people(), { ...options, seed: 5 })).not.toEqual(once)
})

test('people in a hundred blocks give nearly the interval of people one by one', () => {
  const width = (blocks: number) => {
    const found = relativeWeightIntervals(people(), { ...options, blocks, resamples: 1000 })
    const weight = found.ok ? found.value[0]?.weight : undefined
    return weight ? weight.hi - weight.lo : 0
  }
  expect(width(100) / width(200)).toBeGreaterThan(0.8)
  expect(width(100) / width(200)).toBeLessThan(1.25)
})

test('an outcome without spread has no intervals', () => {
  const rows = people().map(([a = 0]) => [a, 4])
  expect(relativeWeightIntervals(rows, { ...options, origins: [0, 0] })).toEqual({
    ok: false,
    error: { code: 'no-fit' },
  })
})
