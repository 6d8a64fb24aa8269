import type { Locale } from '@chorus/contracts/locale'

/** "Thu 12 March, 18:00 CET": in the zone of the reader, named, for it is the organisation's where nobody said another. */
export function showMoment(moment: Date, locale: Locale, zone: string): string {
  const tag = locale === 'ar' ? 'ar-u-nu-latn' : locale === 'en' ? 'en-GB' : locale
  return new Intl.DateTimeFormat(tag, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: zone,
  }).format(moment)
}
