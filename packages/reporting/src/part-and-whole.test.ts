import { shownCount, shownMean, stepsFor } from '@chorus/anonymity/rules/display-steps'
import { middleOf } from '@chorus/anonymity/shown-sample'
import { normalQuantile } from '@chorus/psychometrics/normal'
import { seededRandom } from '@chorus/psychometrics/seeded-random'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partAndWhole } from './part-and-whole.ts'

const group = (n: number, mean: number, spread = 1) => ({ n, mean, spread })
const minimum = 8

test('a unit that is the whole, or nearly so, is not compared with it', () => {
  for (const all of [20, 27]) {
    const found = partAndWhole(group(20, 6), group(all, 4), minimum)
    expect(found).toMatchObject({ verdict: 'too few', interval: null, test: null })
  }
})

test('five to nine answers are too few, whatever is shown', () => {
  expect(partAndWhole({ n: { lo: 5, hi: 9 }, mean: 1, spread: 1 }, group(500, 6), minimum).verdict).toBe(
    'too few',
  )
})

test('it is the comparison of the part with the rest, where both spread alike', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 8, max: 200 }),
      fc.integer({ min: 8, max: 2000 }),
      fc.double({ min: 0.2, max: 2, noNaN: true }),
      (n, rest, spread) => {
        const [part, ofRest] = [5, 4]
        const mean = (n * part + rest * ofRest) / (n + rest)
        const found = partAndWhole(group(n, part, spread), group(n + rest, mean, spread), minimum)
        const t = (part - ofRest) / (spread * Math.sqrt(1 / n + 1 / rest))
        // The difference is shown to six decimals.
        expect(middleOf(found.difference ?? 0) / (found.test?.standardError ?? 0)).toBeCloseTo(t, 2)
      },
    ),
    { numRuns: 50 },
  )
})

test('the share of people in common makes the difference surer than that of two strangers', () => {
  const found = partAndWhole(group(50, 5), group(100, 4.5), minimum)
  // 1/100 + (1 - 2/2)/50 = 0.01, against 0.03 for strangers.
  expect(found.test?.standardError).toBeCloseTo(0.1, 10)
  expect(found.test?.df).toBe(49)
})

test('a difference below two steps is not called, however many answered', () => {
  const band = (middle: number) => ({ lo: middle - 0.25, hi: middle + 0.25 })
  const whole = { n: 100_000, mean: 4, spread: 0.1 }
  expect(partAndWhole({ n: 5000, mean: band(4.5), spread: 0.1 }, whole, minimum).verdict).toBe(
    'no change shown',
  )
  expect(partAndWhole({ n: 5000, mean: band(5), spread: 0.1 }, whole, minimum).verdict).toBe('up')
  expect(partAndWhole({ n: 5000, mean: band(3), spread: 0.1 }, whole, minimum).verdict).toBe('down')
})

test('an interval that holds zero calls nothing, and says what would have been seen', () => {
  const found = partAndWhole(group(12, 4.6, 1.2), group(400, 4, 1.2), minimum)
  expect(found.verdict).toBe('no change shown')
  expect(found.smallestSeen).toBeGreaterThan(0.6)
})

test.each([
  [10, 60],
  [15, 60],
  [30, 60],
  [30, 400],
])(
  '%i of %i who do not differ from the rest are called in at most 5 of 100 reports, as figures are shown',
  (n, all) => {
    const random = seededRandom(11)
    const spread = 1.2
    const scale = { type: 'scale', id: 's', min: 1, max: 7 } as const
    const meanOf = (size: number) => 4.7 + (spread / Math.sqrt(size)) * normalQuantile(random())
    const shown = (size: number, mean: number) => ({
      n: shownCount(size, 5),
      mean: shownMean(mean, scale, stepsFor(size).mean),
      spread,
    })
    const called = Array.from({ length: 4000 }, () => {
      const [own, others] = [meanOf(n), meanOf(all - n)]
      const whole = (n * own + (all - n) * others) / all
      return partAndWhole(shown(n, own), shown(all, whole), minimum).verdict
    }).filter((verdict) => verdict === 'up' || verdict === 'down')
    expect(called.length / 4000).toBeLessThan(0.05)
  },
)
