import type { Rhythm } from '@chorus/contracts/rhythm'
import { Temporal } from 'temporal-polyfill'

export function isRest(rhythm: Rhythm, day: Temporal.PlainDate): boolean {
  return lastDayOfRest(rhythm, day) !== null
}

/** The first day after this one that is a working day and lies in no rest. */
export function freeWorkday(rhythm: Rhythm, day: Temporal.PlainDate): Temporal.PlainDate {
  const next = (lastDayOfRest(rhythm, day) ?? day).add({ days: 1 })
  const free = lastDayOfRest(rhythm, next) === null && rhythm.workdays.includes(next.dayOfWeek)
  return free ? next : freeWorkday(rhythm, next)
}

function lastDayOfRest(rhythm: Rhythm, day: Temporal.PlainDate): Temporal.PlainDate | null {
  const date = day.toString()
  const rest = rhythm.rests.find(({ from, to }) => from <= date && date <= to)
  return rest ? Temporal.PlainDate.from(rest.to) : null
}
