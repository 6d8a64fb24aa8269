import type { Duration, LearningMeasures, Share } from '@chorus/contracts/learning-measures'
import { formatLocale } from '../../lib/format/format-locale.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

/** `value` is null where nothing is said; the notes then say why. */
type FigureWords = { readonly value: string | null; readonly notes: readonly string[] }

const hoursADay = 24
const minutesAnHour = 60

/** How a figure of a measure is written: large, and below it what it rests on. */
export function useFigureWords(measure: keyof LearningMeasures, fewest: number) {
  const { t, locale } = useTexts()
  const percent = new Intl.NumberFormat(formatLocale(locale), { style: 'percent', maximumFractionDigits: 0 })
  const lasting = (amount: number, unit: 'minute' | 'hour' | 'day') =>
    new Intl.NumberFormat(formatLocale(locale), {
      style: 'unit',
      unit,
      unitDisplay: 'long',
      maximumFractionDigits: amount < 10 && unit !== 'minute' ? 1 : 0,
    }).format(amount)
  const time = (hours: number) => {
    if (hours < 1) return lasting(hours * minutesAnHour, 'minute')
    return hours < 2 * hoursADay ? lasting(hours, 'hour') : lasting(hours / hoursADay, 'day')
  }
  const hoursEach = measure === 'reviewing' ? hoursADay : 1
  return (figure: Share | Duration): FigureWords => {
    const restsOn = t(`learning-measures.${measure}-of`, { count: figure.of })
    if ('value' in figure && figure.value !== null)
      return { value: percent.format(figure.value), notes: [restsOn] }
    if ('median' in figure && figure.median !== null && figure.lower !== null && figure.upper !== null) {
      const from = time(figure.lower * hoursEach)
      const to = time(figure.upper * hoursEach)
      return {
        value: time(figure.median * hoursEach),
        notes: [t('learning-measures.middle', { from, to }), restsOn],
      }
    }
    return {
      value: null,
      notes: [t('learning-measures.too-few'), t('learning-measures.fewest', { count: fewest })],
    }
  }
}
