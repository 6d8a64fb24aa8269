import { expect, test } from 'vitest'
import { localDay } from './local-day.ts'

// The last second of a day and the first of the next one; offsets are those of the IANA time zone database.
test.each([
  ['fourteen hours ahead', 'Pacific/Kiritimati', '2026-03-01T10:00:00Z', '2026-03-02'],
  ['eleven hours behind', 'Pacific/Pago_Pago', '2026-03-02T11:00:00Z', '2026-03-02'],
  ['where nothing is added', 'UTC', '2026-03-02T00:00:00Z', '2026-03-02'],
  [
    'the day on which clocks go forward begins by the old clock',
    'Europe/Zurich',
    '2026-03-28T23:00:00Z',
    '2026-03-29',
  ],
  ['and is 23 hours long', 'Europe/Zurich', '2026-03-29T22:00:00Z', '2026-03-30'],
  [
    'the day on which they go back begins by the old clock',
    'Europe/Zurich',
    '2026-10-24T22:00:00Z',
    '2026-10-25',
  ],
  ['and is 25 hours long', 'Europe/Zurich', '2026-10-25T23:00:00Z', '2026-10-26'],
  [
    'a day that begins at one, for midnight is skipped',
    'America/Santiago',
    '2026-09-06T04:00:00Z',
    '2026-09-06',
  ],
  ['the last day of a year', 'Asia/Kolkata', '2026-12-31T18:30:00Z', '2027-01-01'],
])('%s: in %s the day changes at %s', (_, zone, begin, day) => {
  const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, day.length)
  expect(localDay(new Date(Date.parse(begin) - 1000), zone)).toBe(before)
  expect(localDay(new Date(begin), zone)).toBe(day)
})
