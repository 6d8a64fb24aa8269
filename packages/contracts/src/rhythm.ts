import { z } from 'zod'
import { instrumentName, scaleRole } from './instrument.ts'
import { rotation } from './rotation.ts'

/** 1 is Monday, 7 is Sunday (ISO 8601). */
const weekday = z.int().min(1).max(7)

const wallTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day has the form 08:30, from 00:00 to 23:59')

/** Far enough for anybody's plans, and near enough that every zone's rules are known. */
const localDate = z.iso
  .date('a date has the form 2026-03-29')
  .refine((date) => date >= '2000-01-01' && date <= '2199-12-31', 'the year lies between 2000 and 2199')

/** A name of the IANA time zone database: an offset such as +01:00 would miss both clock changes. */
const zone = z
  .string()
  .refine(isZone, 'a time zone has a name such as Europe/Zurich; offsets such as +01:00 are none')

const everyWeeks = z
  .object({ unit: z.literal('week'), count: z.int().min(1).max(52), weekday: weekday })
  .strict()

/** On a day of the month: in a shorter month its last day. */
const dayOfMonth = z
  .object({ kind: z.literal('day'), day: z.union([z.int().min(1).max(31), z.literal('last')]) })
  .strict()

const weekdayOfMonth = z
  .object({
    kind: z.literal('weekday'),
    nth: z.union([z.int().min(1).max(4), z.literal('last')]),
    weekday: weekday,
  })
  .strict()

const everyMonths = z
  .object({
    unit: z.literal('month'),
    count: z.int().min(1).max(12),
    on: z.discriminatedUnion('kind', [dayOfMonth, weekdayOfMonth]),
  })
  .strict()

/** Holidays or a pause: local dates, both included. */
const restPeriod = z
  .object({ name: z.string().trim().min(1).max(100), from: localDate, to: localDate })
  .strict()
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'the last day lies before the first',
  })

/**
 * When a programme opens, reminds and closes by itself: local wall time and a zone, never an offset. How a plan follows from it,
 * clock changes included, is written at `plannedWave` in packages/rhythm.
 */
export const rhythm = z
  .object({
    zone,
    every: z.discriminatedUnion('unit', [everyWeeks, everyMonths]),
    /** Local time at which waves open. Reminders are due at the same time of their day. */
    opensAt: wallTime,
    /** First possible local date of an opening. */
    from: localDate,
    /** The wave closes this many days after the day it opened on. */
    windowDays: z
      .int()
      .min(1, 'a wave is open for at least 1 day')
      .max(60, 'a wave is open for at most 60 days'),
    closesAt: wallTime,
    /** Days after the opening, rising; at most two. */
    reminderDays: z.array(z.int().min(1)).max(2, 'there are at most two reminders'),
    /** Days of the week on which people work, rising: where a wave moves out of a rest, it moves to one of these. */
    workdays: z.array(weekday).min(1, 'at least one day of the week is a working day').max(7),
    rests: z.array(restPeriod).max(200),
    /** What happens to a wave that would open within a rest. */
    inRest: z.enum(['skip', 'move']),
    /** While true, nothing opens by itself; an open wave goes on. */
    paused: z.boolean(),
  })
  .strict()
  .superRefine((value, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const interval = shortestInterval(value.every)
    const [opens, closes] = [minutesOf(value.opensAt), minutesOf(value.closesAt)]
    const open = value.windowDays * minutesOfDay + closes - opens
    if (open > interval * minutesOfDay)
      complain(
        ['windowDays'],
        `a wave would still be open when the next one opens: from one to the next there are at least ${interval} days. Shorten the window, or close at the opening time or before`,
      )
    if (!isRising(value.reminderDays))
      complain(['reminderDays'], 'the second reminder comes on a later day than the first')
    value.reminderDays.forEach((day, index) => {
      if (day * minutesOfDay >= open)
        complain(['reminderDays', index], `the wave is closed ${day} days after its opening: remind earlier`)
    })
    if (!isRising(value.workdays))
      complain(['workdays'], 'working days stand in rising order, each of them once')
  })
export type Rhythm = z.infer<typeof rhythm>

/** A wave that will open by itself: instants as ISO 8601 in UTC. */
export const plannedWaveAnswer = z.object({
  /** Local date on which the rhythm meant it to open: it names the wave, also where a rest moved it. */
  occurrence: z.iso.date(),
  opensAt: z.iso.datetime(),
  remindAt: z.array(z.iso.datetime()),
  closesAt: z.iso.datetime(),
  scales: z.array(z.object({ id: z.string(), name: instrumentName, role: scaleRole })),
  /** Estimated time to answer it, without comments. */
  seconds: z.number(),
})
export type PlannedWaveAnswer = z.infer<typeof plannedWaveAnswer>

/** `PATCH /api/programmes/{programme}/rhythm`, HR. The whole rhythm, or null: waves are opened by hand. Without a rotation, it stays. */
export const changeRhythmRequest = z
  .object({ rhythm: rhythm.nullable(), rotation: rotation.nullable().optional() })
  .strict()

/** Its answer, and that of `GET`: the next waves, soonest first; none while paused. */
export const rhythmAnswer = z.object({
  rhythm: rhythm.nullable(),
  rotation: rotation.nullable(),
  next: z.array(plannedWaveAnswer),
  /** Whether a change of it waits for a second person. */
  waits: z.boolean(),
})
export type RhythmAnswer = z.infer<typeof rhythmAnswer>

const minutesOfDay = 1440

/** Minutes since local midnight. Zero for what is no time: that has a message of its own. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

/** Days between two openings where they lie closest: four weeks for each month, which a month never falls below. */
function shortestInterval(every: Rhythm['every']): number {
  return every.unit === 'week' ? every.count * 7 : every.count * 28
}

function isRising(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? value))
}

function isZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}
