import { Temporal } from 'temporal-polyfill'

/** Batches open at this hour, in the organisation's zone. */
const opensAt = 6

/** What is sent on one day, until midnight, can be read on the next from 06:00 on. @returns ISO day, in the zone */
export function nextBatch(now: Date, zone: string): string {
  return localTime(now, zone).toPlainDate().add({ days: 1 }).toString()
}

/** The newest day whose batch has opened: a day not after it can be read. @returns ISO day, in the zone */
export function openBatch(now: Date, zone: string): string {
  const there = localTime(now, zone)
  return there
    .toPlainDate()
    .subtract({ days: there.hour < opensAt ? 1 : 0 })
    .toString()
}

/** The newest batch that nothing is added to any more, and when it opens, or opened. */
export function fullBatch(now: Date, zone: string): { readonly day: string; readonly opens: Date } {
  const day = localTime(now, zone).toPlainDate()
  const opens = day.toZonedDateTime({ timeZone: zone, plainTime: { hour: opensAt } })
  return { day: day.toString(), opens: new Date(opens.epochMilliseconds) }
}

function localTime(now: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
}
