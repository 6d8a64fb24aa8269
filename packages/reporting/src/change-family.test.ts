import type { Change } from '@chorus/contracts/publish'
import { benjaminiHochberg } from '@chorus/psychometrics/benjamini-hochberg'
import { tTwoSidedP } from '@chorus/psychometrics/student-t'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeFamily, falseShare } from './change-family.ts'

const df = 20
const compared = (difference: number, verdict: Change['verdict']): Change => ({
  since: 'w1',
  difference,
  interval: { lo: difference - 2.086, hi: difference + 2.086 },
  smallestSeen: 2.95,
  test: { standardError: 1, df },
  verdict,
})
const tooFew: Change = {
  since: 'w1',
  difference: 2,
  interval: null,
  smallestSeen: null,
  test: null,
  verdict: 'too few',
}
const judged = (changes: Change[]) => changes.map((change) => changeFamily(changes).judge(change).verdict)

test('no comparison is an empty family', () => {
  expect(changeFamily([]).comparisons).toBe(0)
})

test('a change alone is judged as it was released', () => {
  expect(judged([compared(2.2, 'up')])).toEqual(['up'])
  expect(changeFamily([compared(2.2, 'up')]).judge(compared(2.2, 'up')).smallestSeen).toBeCloseTo(2.95, 2)
})

test('the same change among many that show nothing is no longer called, and it says that more would have been needed', () => {
  const quiet = Array.from({ length: 19 }, () => compared(0.1, 'no change shown'))
  expect(judged([compared(2.2, 'up'), ...quiet])[0]).toBe('no change shown')
  expect(judged([compared(5, 'down'), ...quiet])[0]).toBe('down')
  // t(1 - .05 / 40, 20) = 3.4554 and t(.8, 20) = 0.8600, scipy.stats.t.ppf.
  const family = changeFamily([compared(2.2, 'up'), ...quiet])
  expect(family.judge(compared(2.2, 'up')).smallestSeen).toBeCloseTo(4.3154, 3)
})

test('what could not be tested is not counted, and stays as it is', () => {
  const family = changeFamily([tooFew, compared(2.2, 'up'), tooFew])
  expect(family.comparisons).toBe(1)
  expect(family.judge(tooFew)).toEqual({ verdict: 'too few', smallestSeen: null })
})

test('a release from before the test was kept stays as it was released', () => {
  const { test: _, ...old } = compared(2.2, 'up')
  expect(changeFamily([old]).judge(old)).toEqual({ verdict: 'up', smallestSeen: 2.95 })
})

test('what is called is what the adjusted p values call; nothing that was not called before', () => {
  const size = fc.double({ min: -6, max: 6, noNaN: true })
  fc.assert(
    fc.property(fc.array(size, { maxLength: 40 }), (sizes) => {
      const p = sizes.map((one) => tTwoSidedP(one, df))
      const changes = sizes.map((one, i) =>
        compared(one, (p[i] ?? 1) > falseShare ? 'no change shown' : one > 0 ? 'up' : 'down'),
      )
      const adjusted = benjaminiHochberg(p)
      judged(changes).forEach((verdict, i) => {
        const called = (adjusted[i] ?? 1) <= falseShare
        if (Math.abs((adjusted[i] ?? 1) - falseShare) > 1e-9)
          expect(verdict).toBe(called ? changes[i]?.verdict : 'no change shown')
      })
    }),
  )
})
