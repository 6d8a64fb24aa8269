import { formatLocale } from '../../lib/format/format-locale.ts'

/** Seconds as minutes: "1.8 minutes". */
export function showMinutes(seconds: number, locale: string): string {
  return new Intl.NumberFormat(formatLocale(locale), {
    style: 'unit',
    unit: 'minute',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(seconds / 60)
}
