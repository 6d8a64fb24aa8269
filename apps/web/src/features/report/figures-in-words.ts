import type { ComparedFigures, JudgedChange, PlainFigures } from '@chorus/contracts/report-across-units'
import { showCount, showDifference, showMean, showNumber } from '../../lib/format/figures.ts'
import type { Translate } from '../../lib/i18n/texts.ts'

/** What the figures are of, and what somebody reads them with. */
export type Reading = {
  /** A unit, or a category. */
  readonly place: string
  readonly scale: { readonly name: string; readonly min: number; readonly max: number }
  readonly k: number
  readonly t: Translate
  readonly locale: string
}

/** The figures of one scale in one place, in a sentence or two. */
export function figuresInWords(
  figures: ComparedFigures | PlainFigures,
  { place, scale, k, t, locale }: Reading,
): string {
  const where = { place, scale: scale.name }
  if (figures.status === 'protected') return t('across.point-protected', { ...where, k })
  const { n, mean, interval } = figures
  const words = { ...where, mean: showMean(mean, scale, t, locale), n: showCount(n, locale) }
  const level =
    interval === null
      ? t('across.point', words)
      : t('across.point-interval', {
          ...words,
          lo: showNumber(interval.lo, locale),
          hi: showNumber(interval.hi, locale),
        })
  const change = 'change' in figures ? figures.change : null
  if (change !== null) return `${level} ${changeInWords(change, t, locale)}`
  const isNewGroup = 'newGroup' in figures && figures.newGroup
  return isNewGroup ? `${level} ${t('unit-history.starts-anew')}` : level
}

function changeInWords(
  { verdict, since, difference, smallestSeen }: JudgedChange,
  t: Translate,
  locale: string,
): string {
  switch (verdict) {
    case 'up':
    case 'down':
      return difference === null
        ? t(`across.since.${verdict}`, { wave: since })
        : t(`across.since-by.${verdict}`, { wave: since, difference: showDifference(difference, locale) })
    case 'no change shown':
      return smallestSeen === null
        ? t('across.since.no-change', { wave: since })
        : t('across.since-by.no-change', { wave: since, size: showNumber(smallestSeen, locale) })
    case 'too few':
      return t('across.since.too-few', { wave: since })
  }
}
