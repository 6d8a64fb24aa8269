import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastSessionDay } from './last-session-day.ts'

const day = 24 * 3_600_000

test('everybody who signs in within the same fortnight has the same last day, a Sunday at most thirteen days away', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      (now) => {
        const last = new Date(lastSessionDay(now))
        expect(last.getUTCDay()).toBe(0)
        const days = (last.getTime() - Math.floor(now.getTime() / day) * day) / day
        expect(days).toBeGreaterThanOrEqual(0)
        expect(days).toBeLessThanOrEqual(13)
        expect(lastSessionDay(last)).toBe(lastSessionDay(now))
        expect(lastSessionDay(new Date(last.getTime() + day))).not.toBe(lastSessionDay(now))
      },
    ),
  )
})
