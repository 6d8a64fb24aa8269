import type { Rhythm } from '@chorus/contracts/rhythm'
import { formatLocale } from '../format/format-locale.ts'
import type { Translate } from '../i18n/texts.ts'

/** "Every 2 weeks: Monday. Opens at 09:00, closes 4 days later at 17:00 (Europe/Zurich)." */
export function rhythmInWords(rhythm: Rhythm, t: Translate, locale: string): string {
  return t('rhythm.in-words', {
    every: everyInWords(rhythm.every, t, locale),
    opens: rhythm.opensAt,
    time: duration(rhythm.windowDays, 'day', locale),
    closes: rhythm.closesAt,
    zone: rhythm.zone,
  })
}

/** "5 weeks", in the forms of the language. */
export function duration(
  count: number,
  unit: 'day' | 'week' | 'month' | 'hour' | 'minute' | 'second',
  locale: string,
): string {
  return new Intl.NumberFormat(formatLocale(locale), { style: 'unit', unit, unitDisplay: 'long' }).format(
    count,
  )
}

/** @param weekday 1 is Monday */
export function weekdayName(weekday: number, locale: string): string {
  const monday = Date.UTC(2026, 0, 5)
  const day = new Date(monday + (weekday - 1) * 86_400_000)
  return new Intl.DateTimeFormat(formatLocale(locale), { weekday: 'long', timeZone: 'UTC' }).format(day)
}

/** A moment in the zone of the rhythm: "Mon 23 March 2026, 09:00". */
export function momentIn(zone: string, iso: string, locale: string): string {
  return new Intl.DateTimeFormat(formatLocale(locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(new Date(iso))
}

function everyInWords(every: Rhythm['every'], t: Translate, locale: string): string {
  const time = duration(every.count, every.unit, locale)
  if (every.unit === 'week') {
    const day = weekdayName(every.weekday, locale)
    return every.count === 1 ? t('rhythm.every-week', { day }) : t('rhythm.every-weeks', { time, day })
  }
  const day = dayInWords(every.on, t, locale)
  return every.count === 1 ? t('rhythm.every-month', { day }) : t('rhythm.every-months', { time, day })
}

type OnMonth = Extract<Rhythm['every'], { unit: 'month' }>['on']

function dayInWords(on: OnMonth, t: Translate, locale: string): string {
  if (on.kind === 'weekday')
    return t('rhythm.nth-weekday', { nth: String(on.nth), weekday: weekdayName(on.weekday, locale) })
  return on.day === 'last' ? t('rhythm.last-day') : t('rhythm.day-of-month', { day: on.day })
}
