import type { QuietHours } from '@chorus/contracts/quiet-hours'
import { Temporal } from 'temporal-polyfill'

/** More steps than any week of quiet days and hours takes. */
const mostSteps = 30

/**
 * The first moment, from `now` on, at which a mail may leave; null when that is now. Quiet hours are wall time: when clocks go forward
 * they end at the change, should their end be among the times that do not exist; when clocks go back, a time that comes twice is quiet
 * both times.
 */
export function quietUntil(zone: string, quiet: QuietHours, now: Date): Date | null {
  const start = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  let at = start
  for (let step = 0; step < mostSteps; step++) {
    const next = endOfQuiet(quiet, at)
    if (next === null) return at === start ? null : new Date(at.epochMilliseconds)
    at = next
  }
  throw new Error('quiet hours that never end')
}

/** When the quiet day, or the quiet hours, around a moment are over; null when it lies in neither. */
function endOfQuiet({ hours, days }: QuietHours, at: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  if (days.includes(at.dayOfWeek)) return at.toPlainDate().add({ days: 1 }).toZonedDateTime(at.timeZoneId)
  if (hours === null) return null
  const [from, to] = [Temporal.PlainTime.from(hours.from), Temporal.PlainTime.from(hours.to)]
  const time = at.toPlainTime()
  const isAfterFrom = Temporal.PlainTime.compare(time, from) >= 0
  const isBeforeTo = Temporal.PlainTime.compare(time, to) < 0
  const isOverNight = Temporal.PlainTime.compare(to, from) < 0
  if (isOverNight ? !isAfterFrom && !isBeforeTo : !(isAfterFrom && isBeforeTo)) return null
  const day = isOverNight && isAfterFrom ? at.toPlainDate().add({ days: 1 }) : at.toPlainDate()
  return wallTimeAfter(at, day.toPlainDateTime(to))
}

/** Of a time that comes twice the first one after `at`; of one that is skipped the change of the clocks. */
function wallTimeAfter(at: Temporal.ZonedDateTime, wall: Temporal.PlainDateTime): Temporal.ZonedDateTime {
  const first = wall.toZonedDateTime(at.timeZoneId, { disambiguation: 'earlier' })
  const last = wall.toZonedDateTime(at.timeZoneId, { disambiguation: 'later' })
  if (!last.toPlainDateTime().equals(wall)) return last.getTimeZoneTransition('previous') ?? last
  return Temporal.ZonedDateTime.compare(first, at) > 0 ? first : last
}
