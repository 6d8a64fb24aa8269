import type { Rhythm } from '@chorus/contracts/rhythm'
import { Temporal } from 'temporal-polyfill'
import { instantOf } from './local-time.ts'
import { occurrenceOf } from './occurrence.ts'
import { freeWorkday, isRest } from './rests.ts'

/** One wave of a rhythm: what happens when. */
export type PlannedWave = {
  /** ISO 8601 local date on which the rhythm meant it to open: a key that stays, also where a rest moved the opening. */
  readonly occurrence: string
  readonly opensAt: Date
  /** Rising, all of them before `closesAt`. */
  readonly remindAt: readonly Date[]
  readonly closesAt: Date
}

/**
 * The wave of an index, or null where the rhythm leaves it out. Local wall time rules:
 * - A time that the clock leaps over in spring is as much later as the clock leaps: 02:30 becomes 03:30, or 02:45 on Lord Howe
 *   Island, where 02:00 becomes 02:30 and half an hour is missing.
 * - A time that comes twice in autumn is the first of the two.
 *   (Both are `disambiguation: 'compatible'` of Temporal, and what RFC 5545 says of such times.)
 * - An opening within a rest is left out, or moves to the next working day after it. A moved wave closes as many days later, but
 *   before the next one may open; where less than half of its window would be left, it is left out.
 * - A reminder within a rest moves to the next working day after it, and is left out where the wave is closed by then or another
 *   reminder has the same day.
 * @param index 0 for the first occurrence on or after `from`
 */
export function plannedWave(rhythm: Rhythm, index: number): PlannedWave | null {
  const occurrence = occurrenceOf(rhythm, index)
  const moves = isRest(rhythm, occurrence)
  if (moves && rhythm.inRest === 'skip') return null
  const day = moves ? freeWorkday(rhythm, occurrence) : occurrence
  const opensAt = instantOf(rhythm, day, rhythm.opensAt)
  const wanted = instantOf(rhythm, day.add({ days: rhythm.windowDays }), rhythm.closesAt)
  const nextMayOpen = instantOf(rhythm, occurrenceOf(rhythm, index + 1), rhythm.opensAt)
  const closesAt = earlierOf(wanted, nextMayOpen)
  const left = closesAt.getTime() - opensAt.getTime()
  if (left < (wanted.getTime() - opensAt.getTime()) / 2) return null
  const remindAt = remindersAfter(rhythm, { day, time: rhythm.opensAt }, closesAt)
  return { occurrence: occurrence.toString(), opensAt, remindAt, closesAt }
}

/** As many local days after the opening as the rhythm says, at the wall time at which it opened. */
export function remindersAfter(
  rhythm: Rhythm,
  opened: { readonly day: Temporal.PlainDate; readonly time: string },
  closesAt: Date,
): Date[] {
  const days = rhythm.reminderDays.map((after) => freeDay(rhythm, opened.day.add({ days: after })).toString())
  return [...new Set(days)]
    .map((day) => instantOf(rhythm, Temporal.PlainDate.from(day), opened.time))
    .filter((moment) => moment < closesAt)
}

function freeDay(rhythm: Rhythm, day: Temporal.PlainDate): Temporal.PlainDate {
  return isRest(rhythm, day) ? freeWorkday(rhythm, day) : day
}

function earlierOf(one: Date, other: Date): Date {
  return one < other ? one : other
}
