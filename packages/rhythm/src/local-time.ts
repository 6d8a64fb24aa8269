import type { Rhythm } from '@chorus/contracts/rhythm'
import { Temporal } from 'temporal-polyfill'

/** The instant of a wall time ("09:00") on a local day; what happens at clock changes stands at `plannedWave`. */
export function instantOf({ zone }: Pick<Rhythm, 'zone'>, day: Temporal.PlainDate, time: string): Date {
  const moment = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
  return new Date(moment.epochMilliseconds)
}
