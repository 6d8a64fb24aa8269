import { type Rhythm, rhythm } from '@chorus/contracts/rhythm'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { nextWaves } from './next-waves.ts'

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`)
const date = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10))
const weekday = fc.integer({ min: 1, max: 7 })
const every = fc.oneof(
  fc.record({ unit: fc.constant('week'), count: fc.integer({ min: 1, max: 6 }), weekday }),
  fc.record({
    unit: fc.constant('month'),
    count: fc.integer({ min: 1, max: 6 }),
    on: fc.oneof(
      fc.record({
        kind: fc.constant('day'),
        day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last')),
      }),
      fc.record({ kind: fc.constant('weekday'), nth: fc.constantFrom(1, 2, 3, 4, 'last'), weekday }),
    ),
  }),
)
const rest = fc.tuple(date, fc.integer({ min: 0, max: 30 })).map(([from, days]) => ({
  name: 'Holidays',
  from,
  to: Temporal.PlainDate.from(from).add({ days }).toString(),
}))

const anyRhythm = fc
  .record({
    zone: fc.constantFrom(
      'Europe/Zurich',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Tokyo',
    ),
    every,
    // Half of them lie where clocks change.
    opensAt: fc.oneof(time, fc.constantFrom('01:30', '02:00', '02:15', '02:30', '03:00')),
    from: date,
    windowDays: fc.integer({ min: 1, max: 28 }),
    closesAt: time,
    reminderDays: fc.constantFrom([], [1], [2, 5]),
    workdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    rests: fc.array(rest, { maxLength: 12 }),
    inRest: fc.constantFrom('skip', 'move'),
    paused: fc.constant(false),
  })
  .map((made) => rhythm.safeParse(made))
  .filter((parsed) => parsed.success)
  .map((parsed): Rhythm => parsed.data)

const inTwentyYears = new Date('2046-01-01T00:00Z')

function twentyYears(of: Rhythm) {
  return nextWaves(of, new Date('2026-01-01T00:00Z'), 1100).filter((wave) => wave.opensAt < inTwentyYears)
}

function localOf(of: Rhythm, moment: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(of.zone)
}

test('over twenty years waves follow each other, and none is open when the next one opens', () => {
  fc.assert(
    fc.property(anyRhythm, (of) => {
      const waves = twentyYears(of)
      expect(waves.length).toBeGreaterThan(0)
      for (const [index, wave] of waves.entries()) {
        const next = waves[index + 1]
        const inOrder = [wave.opensAt, ...wave.remindAt, wave.closesAt].map(Number)
        expect(inOrder.every((moment, at) => at === 0 || moment > (inOrder[at - 1] ?? moment))).toBe(true)
        if (next) expect(next.opensAt >= wave.closesAt).toBe(true)
        if (next) expect(next.occurrence > wave.occurrence).toBe(true)
      }
    }),
    { numRuns: 15 },
  )
})

test('no wave opens and no reminder goes out within a rest, and what was moved falls on a working day', () => {
  fc.assert(
    fc.property(anyRhythm, (of) => {
      for (const wave of twentyYears(of)) {
        const opened = localOf(of, wave.opensAt).toPlainDate()
        for (const moment of [wave.opensAt, ...wave.remindAt]) {
          const day = localOf(of, moment).toPlainDate().toString()
          expect(of.rests.filter(({ from, to }) => from <= day && day <= to)).toEqual([])
        }
        if (opened.toString() === wave.occurrence) continue
        expect(of.inRest).toBe('move')
        expect(of.workdays).toContain(opened.dayOfWeek)
      }
    }),
    { numRuns: 15 },
  )
})

test('the wall time is the one that was asked for, except where the clock leaps over it', () => {
  fc.assert(
    fc.property(anyRhythm, (of) => {
      for (const wave of twentyYears(of)) {
        const local = localOf(of, wave.opensAt)
        if (local.toPlainTime().toString({ smallestUnit: 'minute' }) === of.opensAt) continue
        const dayBefore = local.subtract({ hours: 24 })
        expect(local.offsetNanoseconds - dayBefore.offsetNanoseconds).toBeGreaterThan(0)
      }
    }),
    { numRuns: 15 },
  )
})

test('asked from any moment on, the next wave is the one that a walk from the start finds', () => {
  fc.assert(
    fc.property(
      anyRhythm,
      fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }),
      (of, after) => {
        const walked = nextWaves(of, new Date('2000-01-01T00:00Z'), 800).find((wave) => wave.opensAt > after)
        if (walked) expect(nextWaves(of, after, 1)).toEqual([walked])
      },
    ),
    { numRuns: 25 },
  )
})
