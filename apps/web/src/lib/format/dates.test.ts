import { expect, test } from 'vitest'
import { showDay, showFromNow } from './dates.ts'

test('the day of a release is the same day in every zone', () => {
  const zone = process.env.TZ
  for (const TZ of ['Pacific/Auckland', 'America/Los_Angeles']) {
    process.env.TZ = TZ
    expect(showDay('2026-03-12', 'de')).toBe('12. März 2026')
  }
  process.env.TZ = zone
})

test('how far away a moment is stands in the largest unit that fits', () => {
  const now = new Date('2026-03-12T10:00:00Z')
  expect(showFromNow('2026-03-17T10:00:00Z', now, 'en')).toBe('in 5 days')
  expect(showFromNow('2026-03-12T15:00:00Z', now, 'en')).toBe('in 5 hours')
  expect(showFromNow('2026-03-12T10:20:00Z', now, 'en')).toBe('in 20 minutes')
  expect(showFromNow('2026-03-12T05:00:00Z', now, 'en')).toBe('5 hours ago')
})
