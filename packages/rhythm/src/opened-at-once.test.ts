import type { Rhythm } from '@chorus/contracts/rhythm'
import { expect, test } from 'vitest'
import { labelOfOccurrence } from './label-of-occurrence.ts'
import { nextWaves } from './next-waves.ts'
import { openedAtOnce } from './opened-at-once.ts'

const weekly: Rhythm = {
  zone: 'Europe/Zurich',
  every: { unit: 'week', count: 1, weekday: 1 },
  opensAt: '09:00',
  from: '2026-03-01',
  windowDays: 7,
  closesAt: '09:00',
  reminderDays: [],
  workdays: [1, 2, 3, 4, 5],
  rests: [],
  inRest: 'skip',
  paused: false,
}

test('a wave that opens at once is open as long as every other, and the next waits until it is closed', () => {
  const now = new Date('2026-03-24T23:30Z')
  const opened = openedAtOnce(weekly, now)
  expect(opened.wave.occurrence).toBe('2026-03-25')
  expect(opened.wave.closesAt).toEqual(new Date('2026-04-01T07:00Z'))
  expect(nextWaves(opened.rhythm, now, 1)[0]?.occurrence).toBe('2026-04-06')
})

test('opened on the very day of the rhythm, the next wave may open at the moment it closes, and not before', () => {
  const now = new Date('2026-03-23T07:00Z')
  const next = (rhythm: Rhythm) => nextWaves(openedAtOnce(rhythm, now).rhythm, now, 1)[0]?.occurrence
  expect(next(weekly)).toBe('2026-03-30')
  expect(next({ ...weekly, closesAt: '10:00' })).toBe('2026-04-06')
})

test('a rhythm that begins later still begins then', () => {
  const later = { ...weekly, from: '2026-09-01' }
  expect(openedAtOnce(later, new Date('2026-03-23T07:00Z')).rhythm.from).toBe('2026-09-01')
})

test('it reminds as many local days after its opening as every wave, also over a clock change, and not once it is closed', () => {
  const reminding = { ...weekly, reminderDays: [2, 5, 7] }
  const { wave } = openedAtOnce(reminding, new Date('2026-03-27T13:37:20Z'))
  expect(wave.closesAt).toEqual(new Date('2026-04-03T07:00Z'))
  expect(wave.remindAt).toEqual([new Date('2026-03-29T12:37Z'), new Date('2026-04-01T12:37Z')])
})

test('a reminder of it within a rest waits for the next working day', () => {
  const rests = [{ name: 'Holiday', from: '2026-03-25', to: '2026-03-27' }]
  const { wave } = openedAtOnce({ ...weekly, reminderDays: [2], rests }, new Date('2026-03-23T07:00Z'))
  expect(wave.remindAt).toEqual([new Date('2026-03-30T06:00Z')])
})

test('of a rhythm of months it is the wave of its month: no second one has the same name', () => {
  const monthly: Rhythm = { ...weekly, every: { unit: 'month', count: 1, on: { kind: 'day', day: 28 } } }
  const now = new Date('2026-03-03T08:00Z')
  const opened = openedAtOnce(monthly, now)
  const names = [opened.wave, ...nextWaves(opened.rhythm, now, 2)].map(({ occurrence }) =>
    labelOfOccurrence(occurrence, monthly.every),
  )
  expect(names).toEqual(['2026-03', '2026-04', '2026-05'])
})
