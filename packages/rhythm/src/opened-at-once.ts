import type { Rhythm } from '@chorus/contracts/rhythm'
import { Temporal } from 'temporal-polyfill'
import { instantOf } from './local-time.ts'
import { type PlannedWave, remindersAfter } from './planned-wave.ts'

/**
 * A wave that opens now instead of at its time: it closes as many days later as every wave of the rhythm, and reminds as many days after
 * its opening. Also the rhythm from then on, whose next wave opens when this one is closed, and of months not in the same one, whose
 * wave this is.
 */
export function openedAtOnce(rhythm: Rhythm, now: Date): { wave: PlannedWave; rhythm: Rhythm } {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(rhythm.zone)
  const day = local.toPlainDate()
  const last = day.add({ days: rhythm.windowDays })
  const closesAt = instantOf(rhythm, last, rhythm.closesAt)
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  return {
    wave: {
      occurrence: day.toString(),
      opensAt: now,
      remindAt: remindersAfter(rhythm, { day, time }, closesAt),
      closesAt,
    },
    rhythm: {
      ...rhythm,
      from: latest(rhythm.from, whenClosed(rhythm, last, closesAt), whenMayAskAgain(rhythm, day)),
    },
  }
}

function whenClosed(rhythm: Rhythm, last: Temporal.PlainDate, closesAt: Date): string {
  const free = instantOf(rhythm, last, rhythm.opensAt) < closesAt ? last.add({ days: 1 }) : last
  return free.toString()
}

/** What is asked once in a month, and has its name from the month, is not asked in it again. */
function whenMayAskAgain({ every }: Rhythm, day: Temporal.PlainDate): string {
  return (every.unit === 'month' ? day.add({ months: 1 }).with({ day: 1 }) : day).toString()
}

/** Of dates in ISO 8601, which sort by themselves. */
function latest(...dates: readonly [string, ...string[]]): string {
  return dates.reduce((one, other) => [one, other].sort()[1] ?? one)
}
