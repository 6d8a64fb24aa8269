import type { Figure } from '@chorus/contracts/publish'
import { expect, test } from 'vitest'
import { changeSince, type EarlierFigures } from './change-since.ts'
import { protectedMeasure } from './release.ts'
import { shownCount, shownMean, stepsFor } from './rules/display-steps.ts'

const item = { id: 'o1', type: 'outcome', min: 1, max: 7 } as const

const figures = (n: number, mean: number, count: Figure = shownCount(n, 5)) => ({
  ...protectedMeasure(item),
  status: 'published' as const,
  n: count,
  mean: shownMean(mean, item, stepsFor(n).mean),
})
const before = (n: number, mean: number, spread = 0.1): EarlierFigures => ({
  wave: 'w1',
  figures: figures(n, mean),
  spread: { o1: spread },
  comparable: true,
})
const change = (earlier: EarlierFigures, n: number, mean: number, spread = 0.1) =>
  changeSince(earlier, figures(n, mean), item, spread, 8)

test('one step is no change however little the answers spread; two steps are', () => {
  expect(change(before(100, 4), 100, 4.1, 0.01)).toMatchObject({ verdict: 'no change shown' })
  expect(change(before(100, 4, 0.01), 100, 4.2, 0.01)).toMatchObject({ verdict: 'up' })
  expect(change(before(100, 4.2, 0.01), 100, 4, 0.01)).toMatchObject({ verdict: 'down' })
})

test('where the questions were changed in between nothing is said, however far the means are apart', () => {
  expect(change({ ...before(100, 2), comparable: false }, 100, 6)).toBe(null)
})

test('two steps are those of the coarser wave', () => {
  expect(change(before(12, 4, 0.01), 100, 4.9, 0.01)).toMatchObject({ verdict: 'no change shown' })
  expect(change(before(12, 4, 0.01), 100, 5.2, 0.01)).toMatchObject({ verdict: 'up' })
})

test('two steps are no change while the interval holds zero', () => {
  expect(change(before(12, 4, 1.5), 12, 5, 1.5)).toMatchObject({ verdict: 'no change shown' })
})

test('a group that is shown to be divided needs a larger change than a typical one', () => {
  const divided = { ...figures(40, 4.4), sd: { lo: 1.95, hi: 2.05 } }
  const earlier = { ...before(40, 4), figures: { ...figures(40, 4), sd: { lo: 1.95, hi: 2.05 } } }
  expect(change(before(40, 4, 0.8), 40, 4.4, 0.8)).toMatchObject({ verdict: 'up' })
  expect(changeSince(earlier, divided, item, 0.8, 8)).toMatchObject({ verdict: 'no change shown' })
})

test('the difference is that of the bands, and a change of less than two steps is never said to have been visible', () => {
  const shown = change(before(12, 4), 12, 4.4, 0.01)
  expect(shown?.difference).toEqual({ lo: 0, hi: 1 })
  expect(shown?.smallestSeen).toBeGreaterThanOrEqual(1)
})

test('five to nine answers in either wave are too few, whatever their number', () => {
  for (const n of [5, 9]) {
    expect(change(before(n, 2), 100, 6)).toMatchObject({
      verdict: 'too few',
      interval: null,
      smallestSeen: null,
    })
    expect(change(before(100, 2), n, 6)).toMatchObject({ verdict: 'too few', interval: null })
  }
})

test('means and numbers that look the same have the same change', () => {
  expect(change(before(10, 3.8), 14, 5.2)).toEqual(change(before(14, 4.2), 10, 4.8))
})

test('nothing is compared with a protected measure', () => {
  expect(changeSince({ ...before(12, 4), figures: protectedMeasure(item) }, figures(12, 5), item, 1, 8)).toBe(
    null,
  )
})
