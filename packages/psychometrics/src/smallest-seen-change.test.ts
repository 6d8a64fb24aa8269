import { expect, test } from 'vitest'
import { noncentralTCdf } from './noncentral-t.ts'
import { smallestSeenChange } from './smallest-seen-change.ts'
import { tQuantile } from './student-t.ts'

test('without any uncertainty every change is seen', () => {
  expect(smallestSeenChange(0, 5)).toBe(0)
})

// Standard deviations seen with n answers in both waves: power.t.test of R, as rounded in the tables of many textbooks.
test('it is what the tables of sample sizes say', () => {
  for (const [n, sds] of [
    [5, 2.0],
    [8, 1.5],
    [10, 1.3],
    [15, 1.1],
    [30, 0.7],
  ] as const)
    expect(smallestSeenChange(Math.sqrt(2 / n), 2 * n - 2)).toBeCloseTo(sds, 1)
})

test('the change is seen with a probability of 80 %, by the exact distribution', () => {
  for (const df of [8, 14, 28, 58, 198]) {
    const power = 1 - noncentralTCdf(tQuantile(0.975, df), { df, ncp: smallestSeenChange(1, df) })
    expect(power).toBeGreaterThan(0.79)
    expect(power).toBeLessThan(0.802)
  }
})
