import type { Change, ChangeVerdict } from '@chorus/contracts/publish'
import { tTwoSidedP } from '@chorus/psychometrics/student-t'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certaintyOf, chanceOf, surerFirst } from './change-certainty.ts'

const change = (difference: number, verdict: ChangeVerdict = 'no change shown'): Change => ({
  since: 'w1',
  difference,
  interval: null,
  smallestSeen: null,
  test: { standardError: 0.5, df: 20 },
  verdict,
})
const asReleased = ({ verdict }: Change) => verdict
const untested: Change = { ...change(2, 'too few'), test: null }

test('where nothing was compared, nothing is sure', () => {
  expect(certaintyOf([], asReleased)).toEqual({ called: false, chance: 1 })
  expect(certaintyOf([untested], asReleased)).toEqual({ called: false, chance: 1 })
  expect(chanceOf(untested)).toBe(null)
})

test('of several changes the surest counts, whatever its direction', () => {
  const both = certaintyOf([change(0.4), change(-1.5, 'down'), change(1.2, 'up')], asReleased)
  expect(both).toEqual({ called: true, chance: tTwoSidedP(3, 20) })
})

test('what was called stands before what was not, even where a narrow step made its chance larger', () => {
  const called = certaintyOf([change(1.2, 'up')], asReleased)
  const wide = certaintyOf([change(2)], asReleased)
  expect(surerFirst(called, wide)).toBeLessThan(0)
  expect(surerFirst(wide, called)).toBeGreaterThan(0)
})

test('a fall is as sure as a rise of the same size, and a larger change is surer', () => {
  const size = fc.double({ min: 0.01, max: 4, noNaN: true })
  fc.assert(
    fc.property(size, size, (a, b) => {
      const [rise, fall] = [certaintyOf([change(a)], asReleased), certaintyOf([change(-a)], asReleased)]
      expect(rise.chance).toBeCloseTo(fall.chance, 12)
      const other = certaintyOf([change(-b)], asReleased)
      if (a > b + 1e-6) expect(surerFirst(rise, other)).toBeLessThan(0)
    }),
  )
})
