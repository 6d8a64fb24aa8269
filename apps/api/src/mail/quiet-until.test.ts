import type { QuietHours } from '@chorus/contracts/quiet-hours'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { quietUntil } from './quiet-until.ts'

const nights: QuietHours = { hours: { from: '20:00', to: '07:00' }, days: [6, 7] }
const until = (zone: string, quiet: QuietHours, now: string) =>
  quietUntil(zone, quiet, new Date(now))?.toISOString() ?? null

test('without quiet hours and days a mail leaves at once', () => {
  expect(until('Europe/Zurich', { hours: null, days: [] }, '2026-03-07T23:00:00Z')).toBeNull()
})

test.each([
  ['an evening waits for the morning', '2026-03-02T20:00:00Z', '2026-03-03T06:00:00.000Z'],
  ['the minute at which the night begins is quiet', '2026-03-02T19:00:00Z', '2026-03-03T06:00:00.000Z'],
  ['the minute before is not', '2026-03-02T18:59:59Z', null],
  ['the minute at which it ends is not', '2026-03-03T06:00:00Z', null],
  ['Friday evening waits for Monday morning', '2026-03-06T20:00:00Z', '2026-03-09T06:00:00.000Z'],
  ['Sunday noon too', '2026-03-08T12:00:00Z', '2026-03-09T06:00:00.000Z'],
])('%s', (_name, now, expected) => {
  expect(until('Europe/Zurich', nights, now)).toBe(expected)
})

test('the same moment is night in Auckland and day in Lima', () => {
  expect(until('Pacific/Auckland', nights, '2026-03-03T14:00:00Z')).toBe('2026-03-03T18:00:00.000Z')
  expect(until('America/Lima', nights, '2026-03-03T14:00:00Z')).toBeNull()
})

describe('when clocks change in Zurich', () => {
  const everyDay: QuietHours = { hours: { from: '20:00', to: '07:00' }, days: [] }

  test('a night that is an hour shorter, or longer, ends at seven by the clock on the wall', () => {
    expect(until('Europe/Zurich', everyDay, '2026-03-28T22:00:00Z')).toBe('2026-03-29T05:00:00.000Z')
    expect(until('Europe/Zurich', everyDay, '2026-10-24T22:00:00Z')).toBe('2026-10-25T06:00:00.000Z')
  })

  test('an end that is skipped is the moment of the change', () => {
    const early: QuietHours = { hours: { from: '20:00', to: '02:30' }, days: [] }
    expect(until('Europe/Zurich', early, '2026-03-29T00:10:00Z')).toBe('2026-03-29T01:00:00.000Z')
  })

  test('a time that comes twice is quiet twice, and in between it is not', () => {
    const early: QuietHours = { hours: { from: '20:00', to: '02:30' }, days: [] }
    // 02:10, 02:40, and after the change again 02:10 and 02:40.
    expect(until('Europe/Zurich', early, '2026-10-25T00:10:00Z')).toBe('2026-10-25T00:30:00.000Z')
    expect(until('Europe/Zurich', early, '2026-10-25T00:40:00Z')).toBeNull()
    expect(until('Europe/Zurich', early, '2026-10-25T01:10:00Z')).toBe('2026-10-25T01:30:00.000Z')
    expect(until('Europe/Zurich', early, '2026-10-25T01:40:00Z')).toBeNull()
  })
})

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))

test('whatever the hours, days and zone: the answer is not quiet, and a minute before it was', () => {
  fc.assert(
    fc.property(
      fc
        .record({
          hours: fc.option(fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to)),
          days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
        })
        .map((quiet) => quiet satisfies QuietHours),
      fc.constantFrom('Europe/Zurich', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'),
      fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
      (quiet, zone, now) => {
        const end = quietUntil(zone, quiet, now)
        if (end === null) return
        expect(end > now).toBe(true)
        expect(quietUntil(zone, quiet, end)).toBeNull()
        expect(isQuiet(zone, quiet, new Date(end.getTime() - 60_000))).toBe(true)
      },
    ),
  )
})

/** Straight from the words: by day of the week, and by the hands of the clock. */
function isQuiet(zone: string, { hours, days }: QuietHours, at: Date): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  if (days.includes(local.dayOfWeek)) return true
  if (hours === null) return false
  const clock = local.toPlainTime().toString({ smallestUnit: 'minute' })
  return hours.from < hours.to
    ? clock >= hours.from && clock < hours.to
    : clock >= hours.from || clock < hours.to
}
