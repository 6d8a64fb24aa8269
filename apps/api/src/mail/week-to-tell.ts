import { Temporal } from 'temporal-polyfill'

/** From this hour of Monday on, what a week brought is told. */
export const firstHour = 9

/** The Monday of the week, in a zone. Null on a Monday before nine: the week begins to be told of then. */
export function mondayOfWeek(zone: string, now: Date): Temporal.PlainDate | null {
  const there = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  if (there.dayOfWeek === 1 && there.hour < firstHour) return null
  return there.toPlainDate().subtract({ days: there.dayOfWeek - 1 })
}
