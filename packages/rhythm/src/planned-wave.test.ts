import type { Rhythm } from '@chorus/contracts/rhythm'
import { expect, test } from 'vitest'
import { nextWaves } from './next-waves.ts'
import { plannedWave } from './planned-wave.ts'

const weekly: Rhythm = {
  zone: 'Europe/Zurich',
  every: { unit: 'week', count: 1, weekday: 1 },
  opensAt: '09:00',
  from: '2026-03-20',
  windowDays: 4,
  closesAt: '17:00',
  reminderDays: [2],
  workdays: [1, 2, 3, 4, 5],
  rests: [],
  inRest: 'skip',
  paused: false,
}

function openings(rhythm: Rhythm, after: string, count: number): string[] {
  return nextWaves(rhythm, new Date(after), count).map((wave) => wave.opensAt.toISOString())
}

test('a weekly wave opens, reminds and closes at its wall time before and after the clock changes', () => {
  expect(plannedWave(weekly, 0)).toEqual({
    occurrence: '2026-03-23',
    opensAt: new Date('2026-03-23T08:00Z'),
    remindAt: [new Date('2026-03-25T08:00Z')],
    closesAt: new Date('2026-03-27T16:00Z'),
  })
  expect(plannedWave(weekly, 1)).toEqual({
    occurrence: '2026-03-30',
    opensAt: new Date('2026-03-30T07:00Z'),
    remindAt: [new Date('2026-04-01T07:00Z')],
    closesAt: new Date('2026-04-03T15:00Z'),
  })
  expect(openings(weekly, '2026-10-19T08:00Z', 1)).toEqual(['2026-10-26T08:00:00.000Z'])
})

// Days and sizes of the changes: IANA time zone database, 2026. Casablanca goes back for Ramadan and forward after it.
test.each([
  ['Europe/Zurich', '2026-03-29', '02:30', '2026-03-29T01:30'],
  ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45'],
  ['Africa/Casablanca', '2026-03-22', '02:30', '2026-03-22T02:30'],
])(
  'in %s a time that spring leaps over (%s %s) is as much later as the clock leaps',
  (zone, from, opensAt, utc) => {
    const rhythm: Rhythm = { ...weekly, zone, from, opensAt, every: { unit: 'week', count: 1, weekday: 7 } }
    expect(plannedWave(rhythm, 0)?.opensAt).toEqual(new Date(`${utc}Z`))
  },
)

test.each([
  ['Europe/Zurich', '2026-10-25', '02:30', '2026-10-25T00:30'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30'],
  ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45'],
  ['Africa/Casablanca', '2026-02-15', '02:30', '2026-02-15T01:30'],
])('in %s a time that comes twice in autumn (%s %s) is the first of the two', (zone, from, opensAt, utc) => {
  const rhythm: Rhythm = { ...weekly, zone, from, opensAt, every: { unit: 'week', count: 1, weekday: 7 } }
  expect(plannedWave(rhythm, 0)?.opensAt).toEqual(new Date(`${utc}Z`))
})

test('where the clock never changes, the instant is as many hours away all year', () => {
  const rhythm: Rhythm = { ...weekly, zone: 'Asia/Tokyo' }
  const hours = nextWaves(rhythm, new Date('2026-01-01T00:00Z'), 60).map((wave) => wave.opensAt.getUTCHours())
  expect(new Set(hours)).toEqual(new Set([0]))
})

test('the 31st is the last day of a shorter month, and "last" is the last day of each', () => {
  const on = { kind: 'day', day: 31 } as const
  const rhythm: Rhythm = { ...weekly, from: '2027-12-31', every: { unit: 'month', count: 1, on } }
  const days = [0, 1, 2, 3, 4].map((index) => plannedWave(rhythm, index)?.occurrence)
  expect(days).toEqual(['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30'])
  const last: Rhythm = { ...rhythm, every: { unit: 'month', count: 1, on: { kind: 'day', day: 'last' } } }
  expect([0, 1, 2, 3, 4].map((index) => plannedWave(last, index)?.occurrence)).toEqual(days)
})

test('every quarter on the first Tuesday, and on the last Friday', () => {
  const quarterly = (nth: 1 | 'last', weekday: number): Rhythm => ({
    ...weekly,
    from: '2026-01-10',
    every: { unit: 'month', count: 3, on: { kind: 'weekday', nth, weekday } },
  })
  expect([0, 1, 2].map((index) => plannedWave(quarterly(1, 2), index)?.occurrence)).toEqual([
    '2026-02-03',
    '2026-05-05',
    '2026-08-04',
  ])
  expect([0, 1, 2].map((index) => plannedWave(quarterly('last', 5), index)?.occurrence)).toEqual([
    '2026-01-30',
    '2026-04-24',
    '2026-07-31',
  ])
})

const easterMonday = { name: 'Easter', from: '2026-04-03', to: '2026-04-06' }

test('an opening within a rest is left out, or moves to the next working day and keeps its name', () => {
  const skipped: Rhythm = { ...weekly, rests: [easterMonday] }
  expect(openings(skipped, '2026-03-30T12:00Z', 1)).toEqual(['2026-04-13T07:00:00.000Z'])
  const moved = nextWaves({ ...skipped, inRest: 'move' }, new Date('2026-03-30T12:00Z'), 1)[0]
  expect(moved?.occurrence).toBe('2026-04-06')
  expect(moved?.opensAt).toEqual(new Date('2026-04-07T07:00Z'))
  expect(moved?.closesAt).toEqual(new Date('2026-04-11T15:00Z'))
})

test('a moved wave skips the weekend, closes before the next one may open, and is left out when little of it remains', () => {
  const sevenDays: Rhythm = { ...weekly, windowDays: 7, closesAt: '09:00', reminderDays: [], inRest: 'move' }
  const until = (to: string) => ({ ...sevenDays, rests: [{ name: 'Holidays', from: '2026-04-06', to }] })
  const first = (rhythm: Rhythm) => nextWaves(rhythm, new Date('2026-03-30T12:00Z'), 1)[0]
  expect(first(until('2026-04-06'))?.closesAt).toEqual(new Date('2026-04-13T07:00Z'))
  expect(first(until('2026-04-09'))?.occurrence).toBe('2026-04-13')
  const fortnightly: Rhythm = { ...until('2026-04-10'), every: { unit: 'week', count: 2, weekday: 1 } }
  expect(first(fortnightly)?.opensAt).toEqual(new Date('2026-04-13T07:00Z'))
})

test('a reminder within a rest moves to the next working day, and is left out where the wave is closed by then', () => {
  const reminded = (reminderDays: number[], windowDays: number): Rhythm => ({
    ...weekly,
    reminderDays,
    windowDays,
    rests: [{ name: 'Easter', from: '2026-04-02', to: '2026-04-03' }],
  })
  const of = (rhythm: Rhythm) => plannedWave(rhythm, 1)?.remindAt.map((moment) => moment.toISOString())
  expect(of(reminded([3, 4], 6))).toEqual([])
  expect(of(reminded([2, 3], 7))).toEqual(['2026-04-01T07:00:00.000Z'])
})

test('while paused nothing is planned; where rests never end, nothing is, and the search ends', () => {
  expect(openings({ ...weekly, paused: true }, '2026-04-01T00:00Z', 3)).toEqual([])
  const forever = [{ name: 'Closed', from: '2026-01-01', to: '2199-12-31' }]
  expect(openings({ ...weekly, rests: forever }, '2026-04-01T00:00Z', 3)).toEqual([])
})
