import type { Rhythm } from '@chorus/contracts/rhythm'
import { Temporal } from 'temporal-polyfill'
import { instantOf } from './local-time.ts'

/**
 * A wave that opens now instead of at its time: the local day, when it closes (as many days later as every wave of the rhythm), and the
 * rhythm from then on, whose next wave opens when this one is closed.
 */
export function openedAtOnce(rhythm: Rhythm, now: Date): { day: string; closesAt: Date; rhythm: Rhythm } {
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(rhythm.zone)
    .toPlainDate()
  const last = day.add({ days: rhythm.windowDays })
  const closesAt = instantOf(rhythm, last, rhythm.closesAt)
  const free = instantOf(rhythm, last, rhythm.opensAt) < closesAt ? last.add({ days: 1 }) : last
  const beginsLater = Temporal.PlainDate.compare(rhythm.from, free) > 0
  return {
    day: day.toString(),
    closesAt,
    rhythm: { ...rhythm, from: beginsLater ? rhythm.from : free.toString() },
  }
}
