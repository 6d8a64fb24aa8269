import type { Locale } from '@chorus/contracts/locale'

/** "Thu 12 March, 18:00 CET": a mail does not know its reader's zone, so it names the one it means, that of the server. */
export function showMoment(moment: Date, locale: Locale): string {
  const tag = locale === 'ar' ? 'ar-u-nu-latn' : locale === 'en' ? 'en-GB' : locale
  return new Intl.DateTimeFormat(tag, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(moment)
}
