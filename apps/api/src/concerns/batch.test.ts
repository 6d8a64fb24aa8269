import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fullBatch, nextBatch, openBatch } from './batch.ts'

const hour = 3_600_000
const moment = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2035-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const zone = fc.constantFrom('UTC', 'Europe/Zurich', 'America/St_Johns', 'Asia/Tokyo', 'Pacific/Kiritimati')

test.each([
  // Zurich is an hour before UTC in winter: its midnight lies between these two.
  ['2026-03-02T22:59:59Z', '2026-03-03'],
  ['2026-03-02T23:00:00Z', '2026-03-04'],
  ['2026-12-31T12:00:00Z', '2027-01-01'],
])('what is sent at %s is read from %s on', (now, day) => {
  expect(nextBatch(new Date(now), 'Europe/Zurich')).toBe(day)
})

test.each([
  ['2026-03-03T04:59:59Z', '2026-03-02'],
  ['2026-03-03T05:00:00Z', '2026-03-03'],
])('at %s everything up to %s can be read', (now, day) => {
  expect(openBatch(new Date(now), 'Europe/Zurich')).toBe(day)
})

test('whatever is sent cannot be read for five hours, and can after thirty-one, wherever the clock is changed', () => {
  fc.assert(
    fc.property(moment, zone, (now, where) => {
      const day = nextBatch(now, where)
      expect(openBatch(new Date(now.getTime() + 5 * hour - 1), where) < day).toBe(true)
      expect(openBatch(new Date(now.getTime() + 31 * hour), where) >= day).toBe(true)
    }),
  )
})

test('whatever is sent on one day is in one batch, and later words never come sooner', () => {
  fc.assert(
    fc.property(moment, fc.nat(72 * hour), zone, (now, wait, where) => {
      expect(nextBatch(new Date(now.getTime() + wait), where) >= nextBatch(now, where)).toBe(true)
    }),
  )
})

test('nothing is added to a batch that is full, and it can be read once it opens', () => {
  fc.assert(
    fc.property(moment, fc.nat(72 * hour), zone, (now, wait, where) => {
      const { day, opens } = fullBatch(now, where)
      expect(nextBatch(new Date(now.getTime() + wait), where) > day).toBe(true)
      expect(openBatch(opens, where)).toBe(day)
      expect(openBatch(new Date(opens.getTime() - 1), where) < day).toBe(true)
    }),
  )
})
