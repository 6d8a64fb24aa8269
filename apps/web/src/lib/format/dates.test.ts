import { expect, test } from 'vitest'
import { showDay, showFromNow, showStampIn } from './dates.ts'

test('the day of a release is the same day in every zone', () => {
  const zone = process.env.TZ
  for (const TZ of ['Pacific/Auckland', 'America/Los_Angeles']) {
    process.env.TZ = TZ
    expect(showDay('2026-03-12', 'de')).toBe('12. März 2026')
  }
  process.env.TZ = zone
})

test('a moment elsewhere is said by the clock there, with its zone, in summer and in winter', () => {
  expect(showStampIn('2026-03-12T08:00:00Z', 'Europe/Zurich', 'en')).toMatch(
    /12 Mar 2026, 09:00 (CET|GMT\+1)$/,
  )
  expect(showStampIn('2026-07-12T08:00:00Z', 'Europe/Zurich', 'en')).toMatch(
    /12 Jul 2026, 10:00 (CEST|GMT\+2)$/,
  )
  expect(showStampIn('2026-07-12T08:00:00Z', null, 'en')).toMatch(/ (UTC|[A-Z]{2,5}[+-]?\d*)$/)
})

test('how far away a moment is stands in the largest unit that fits', () => {
  const now = new Date('2026-03-12T10:00:00Z')
  expect(showFromNow('2026-03-17T10:00:00Z', now, 'en')).toBe('in 5 days')
  expect(showFromNow('2026-03-12T15:00:00Z', now, 'en')).toBe('in 5 hours')
  expect(showFromNow('2026-03-12T10:20:00Z', now, 'en')).toBe('in 20 minutes')
  expect(showFromNow('2026-03-12T05:00:00Z', now, 'en')).toBe('5 hours ago')
})
