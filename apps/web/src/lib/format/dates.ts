import { formatLocale } from './format-locale.ts'

/** A day with the year: "12 March 2026". Days of releases are days, not moments: they do not shift with the zone. */
export function showDay(isoDay: string, locale: string): string {
  const isDay = isoDay.length === 'yyyy-mm-dd'.length
  return new Intl.DateTimeFormat(formatLocale(locale), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(isDay ? { timeZone: 'UTC' } : {}),
  }).format(new Date(isoDay))
}

/** A day with its weekday: "Monday 12 March 2026". */
export function showWeekday(isoDay: string, locale: string): string {
  const format = new Intl.DateTimeFormat(formatLocale(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format.format(new Date(isoDay))
}

/** A moment in the reader's zone: "Thu 12 March, 18:00". */
export function showMoment(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(formatLocale(locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso))
}

/** A moment for tables: "12 Mar 2026, 18:00". */
export function showStamp(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  )
}

/**
 * A moment where it happens: "12 Mar 2026, 18:00 CET".
 * @param zone null: that of the reader, which is named too
 */
export function showStampIn(iso: string, zone: string | null, locale: string): string {
  return new Intl.DateTimeFormat(formatLocale(locale), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(zone === null ? {} : { timeZone: zone }),
  }).format(new Date(iso))
}

/** How far away, in the largest unit that fits: "in 3 days", "in 5 hours". */
export function showFromNow(iso: string, now: Date, locale: string): string {
  const hours = (new Date(iso).getTime() - now.getTime()) / 3_600_000
  const format = new Intl.RelativeTimeFormat(formatLocale(locale), { numeric: 'auto' })
  if (Math.abs(hours) >= 36) return format.format(Math.round(hours / 24), 'day')
  if (Math.abs(hours) >= 1) return format.format(Math.round(hours), 'hour')
  return format.format(Math.round(hours * 60), 'minute')
}
