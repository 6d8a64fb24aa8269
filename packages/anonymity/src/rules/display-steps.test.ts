import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownCount, shownMean, shownShare, shownSpread, stepsFor } from './display-steps.ts'

const seven = { min: 1, max: 7 }

test('the ends of the table: one person more changes the step, and the band of n changes with it', () => {
  const rows = [5, 9, 10, 14, 15, 19, 20, 29, 30, 31].map((n) => [
    n,
    shownCount(n, 5),
    stepsFor(n).mean,
    stepsFor(n).share,
  ])
  expect(rows).toEqual([
    [5, { lo: 5, hi: 9 }, 0.5, 0.1],
    [9, { lo: 5, hi: 9 }, 0.5, 0.1],
    [10, { lo: 10, hi: 14 }, 0.5, 0.1],
    [14, { lo: 10, hi: 14 }, 0.5, 0.1],
    [15, { lo: 15, hi: 19 }, 0.2, 0.1],
    [19, { lo: 15, hi: 19 }, 0.2, 0.1],
    [20, { lo: 20, hi: 29 }, 0.2, 0.1],
    [29, { lo: 20, hi: 29 }, 0.2, 0.1],
    [30, 30, 0.1, 0.05],
    [31, 31, 0.1, 0.05],
  ])
})

test('where somebody left a block out, its number stays a band of ten from 30 on', () => {
  expect([30, 39, 40, 123].map((n) => shownCount(n, 5, false))).toEqual([
    { lo: 30, hi: 39 },
    { lo: 30, hi: 39 },
    { lo: 40, hi: 49 },
    { lo: 120, hi: 129 },
  ])
  expect(shownCount(34, 32, false)).toEqual({ lo: 32, hi: 39 })
})

test('no band begins below what anything shown needs', () => {
  expect([shownCount(7, 6), shownCount(13, 12), shownCount(3, 3)]).toEqual([
    { lo: 6, hi: 9 },
    { lo: 12, hi: 14 },
    { lo: 3, hi: 4 },
  ])
})

test('everybody at one end looks like nearly everybody: both outermost steps are one', () => {
  expect(shownMean(1, seven, 0.5)).toEqual({ lo: 1, hi: 1.75 })
  expect(shownMean(1.74, seven, 0.5)).toEqual({ lo: 1, hi: 1.75 })
  expect(shownMean(7, seven, 0.5)).toEqual({ lo: 6.25, hi: 7 })
  expect(shownMean(6.26, seven, 0.5)).toEqual({ lo: 6.25, hi: 7 })
  expect([shownShare(0, 0.1), shownShare(0.14, 0.1)]).toEqual([
    { lo: 0, hi: 0.15 },
    { lo: 0, hi: 0.15 },
  ])
  expect([shownShare(1, 0.1), shownShare(0.86, 0.1)]).toEqual([
    { lo: 0.85, hi: 1 },
    { lo: 0.85, hi: 1 },
  ])
})

test('"5.5" on half steps is 5.25 to 5.75, and steps are anchored at the lowest answer', () => {
  expect(shownMean(5.5, seven, 0.5)).toEqual({ lo: 5.25, hi: 5.75 })
  expect(shownMean(4.6, seven, 0.2)).toEqual({ lo: 4.5, hi: 4.7 })
  expect(shownMean(4.6, seven, 0.1)).toEqual({ lo: 4.55, hi: 4.65 })
  expect(shownShare(0.42, 0.05)).toEqual({ lo: 0.375, hi: 0.425 })
})

test('a spread has one decimal, and its ends are open: everybody the same looks like one dissenter', () => {
  const spread = (sd: number) => shownSpread(sd, seven)
  expect([spread(0), spread(0.54), spread(1.34), spread(2.5), spread(3.04)]).toEqual([
    { lo: 0, hi: 0.55 },
    { lo: 0, hi: 0.55 },
    { lo: 1.25, hi: 1.35 },
    { lo: 2.45, hi: 3.1 },
    { lo: 2.45, hi: 3.1 },
  ])
})

const ranges = [
  { min: 1, max: 5, step: 0.5 },
  { min: 1, max: 7, step: 0.5 },
  { min: 0, max: 10, step: 1 },
  { min: 0, max: 100, step: 10 },
] as const

test.each(ranges)(
  'a scale from $min to $max has steps of $step where one to seven has half steps',
  ({ min, max, step }) => {
    const middle = min + 3 * step
    expect(shownMean(middle, { min, max }, 0.5)).toEqual({ lo: middle - step / 2, hi: middle + step / 2 })
    expect(shownMean(min, { min, max }, 0.5)).toEqual({ lo: min, hi: min + 1.5 * step })
    expect(shownMean(max, { min, max }, 0.5)).toEqual({ lo: max - 1.5 * step, hi: max })
  },
)

const range = fc.oneof(
  fc.constantFrom(...ranges),
  fc
    .tuple(fc.integer({ min: -10, max: 10 }), fc.integer({ min: 1, max: 120 }))
    .map(([min, width]) => ({ min, max: min + width })),
)
const size = fc.integer({ min: 3, max: 400 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

test('the band holds the true mean and lies within the range, whatever the range and the number of answers', () => {
  fc.assert(
    fc.property(range, size, share, (range, n, place) => {
      const mean = range.min + place * (range.max - range.min)
      const band = shownMean(mean, range, stepsFor(n).mean)
      expect(band.lo).toBeLessThanOrEqual(mean + 1e-9)
      expect(band.hi).toBeGreaterThanOrEqual(mean - 1e-9)
      expect(band.lo).toBeGreaterThanOrEqual(range.min)
      expect(band.hi).toBeLessThanOrEqual(range.max)
    }),
    { numRuns: 2000 },
  )
})

test('the band holds the true share and the true number', () => {
  fc.assert(
    fc.property(size, share, fc.boolean(), (n, of, exact) => {
      const count = Math.round(of * n)
      const band = shownShare(count / n, stepsFor(n).share)
      expect(band.lo).toBeLessThanOrEqual(count / n + 1e-9)
      expect(band.hi).toBeGreaterThanOrEqual(count / n - 1e-9)
      const shown = shownCount(n, 3, exact)
      const { lo, hi } = typeof shown === 'number' ? { lo: shown, hi: shown } : shown
      expect(lo <= n && n <= hi).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('the sum behind a mean is uncertain by 2.5 points or more, also at the lowest k there can be', () => {
  for (let n = 3; n <= 1000; n++) expect(n * stepsFor(n).mean).toBeGreaterThanOrEqual(2.5)
})

test('numbers that look the same have the same steps: no step tells them apart', () => {
  fc.assert(
    fc.property(size, size, (a, b) => {
      fc.pre(JSON.stringify(shownCount(a, 3)) === JSON.stringify(shownCount(b, 3)))
      expect(stepsFor(a)).toEqual(stepsFor(b))
    }),
  )
})

test('bands touch and do not overlap: there are as many as steps, less the two that are merged', () => {
  const bands = new Set<string>()
  for (let i = 0; i <= 6000; i++) bands.add(JSON.stringify(shownMean(1 + i / 1000, seven, 0.2)))
  const sorted = [...bands].map((text): { lo: number; hi: number } => JSON.parse(text))
  expect(sorted).toHaveLength(31 - 2)
  sorted.slice(1).forEach((band, i) => {
    expect(band.lo).toBe(sorted[i]?.hi)
  })
})
