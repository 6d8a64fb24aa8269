import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchDay, readableDay } from './batch-day.ts'

const hour = 3_600_000
const moment = fc.date({
  min: new Date('1999-12-01T00:00:00Z'),
  max: new Date('2101-02-01T00:00:00Z'),
  noInvalidDate: true,
})

test.each([
  ['2026-12-03T12:00:00Z', '2026-12-07'],
  // Exactly 48 hours before, and a moment too late.
  ['2026-12-05T06:00:00.000Z', '2026-12-07'],
  ['2026-12-05T06:00:00.001Z', '2026-12-14'],
  // Over the ends of years, also of a leap year.
  ['2026-12-29T10:00:00Z', '2027-01-04'],
  ['2024-12-31T23:59:59Z', '2025-01-06'],
  ['2024-02-26T06:00:01Z', '2024-03-04'],
  ['2027-01-02T07:00:00Z', '2027-01-11'],
])('what is written at %s is read from %s on', (now, day) => {
  expect(batchDay(new Date(now))).toBe(day)
})

test('at any time it is a Monday, 48 hours to nine days away; and not readable until its hour has come', () => {
  fc.assert(
    fc.property(moment, (now) => {
      const day = batchDay(now)
      const opens = new Date(`${day}T06:00:00Z`)
      expect(opens.getUTCDay()).toBe(1)
      const wait = opens.getTime() - now.getTime()
      expect(wait).toBeGreaterThanOrEqual(48 * hour)
      expect(wait).toBeLessThan(48 * hour + 7 * 24 * hour)
      expect(readableDay(now) < day).toBe(true)
      expect(readableDay(new Date(opens.getTime() - 1)) < day).toBe(true)
      expect(readableDay(opens)).toBe(day)
    }),
  )
})

test('who writes later is never read sooner', () => {
  fc.assert(
    fc.property(moment, fc.nat(30 * 24 * hour), (now, later) => {
      expect(batchDay(new Date(now.getTime() + later)) >= batchDay(now)).toBe(true)
    }),
  )
})
