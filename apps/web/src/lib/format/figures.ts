import type { Band, Figure } from '@chorus/contracts/publish'
import { directionOf } from '../i18n/direction.ts'
import type { Translate } from '../i18n/texts.ts'
import { formatLocale } from './format-locale.ts'

type Range = { readonly min: number; readonly max: number }

/** A mean as people expect it: the middle of its step in the digits of the step ("5.5"), open ends in words ("1.5 or less"). */
export function showMean(mean: Figure, range: Range, t: Translate, locale: string): string {
  const step = typeof mean === 'number' ? 0.1 : stepOf(mean, range)
  const digits = decimalsOf(step)
  return inWords(mean, range, step, (value) => fixed(value, digits, locale), t)
}

/** The same of a share (0 to 1): "60%", "10% or less", "90% or more". */
export function showShare(share: Figure, t: Translate, locale: string): string {
  const whole = { min: 0, max: 1 }
  const step = typeof share === 'number' ? 0.01 : stepOf(share, whole)
  return inWords(share, whole, step, (value) => percent(value, locale), t)
}

/** A response rate: "72%", or its band as "below 50%", "50–64%", "80% and more". The upper edge belongs to the next band. */
export function showRate(rate: Figure, t: Translate, locale: string): string {
  if (typeof rate === 'number') return percent(rate, locale)
  if (rate.lo <= 0) return t('shared.below', { value: percent(rate.hi, locale) })
  if (rate.hi >= 1) return t('shared.and-more', { value: percent(rate.lo, locale) })
  return leftToRight(`${fixed(rate.lo * 100, 0, locale)}–${percent(rate.hi - 0.01, locale)}`, locale)
}

/** A count: "71", or "10–14". */
export function showCount(figure: Figure, locale: string): string {
  if (typeof figure === 'number') return fixed(figure, 0, locale)
  return leftToRight(`${fixed(figure.lo, 0, locale)}–${fixed(figure.hi, 0, locale)}`, locale)
}

/** An interval, or what a size is: one decimal. */
export function showNumber(value: number, locale: string): string {
  return fixed(value, 1, locale)
}

export function showInterval({ lo, hi }: Band, locale: string): string {
  return leftToRight(`${fixed(lo, 1, locale)}–${fixed(hi, 1, locale)}`, locale)
}

/** A difference with its sign: "+0.4", or "+0.2…+0.6" where only a band may be shown. */
export function showDifference(figure: Figure, locale: string): string {
  const format = new Intl.NumberFormat(formatLocale(locale), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
  if (typeof figure === 'number') return leftToRight(minus(format.format(figure)), locale)
  return leftToRight(`${minus(format.format(figure.lo))}…${minus(format.format(figure.hi))}`, locale)
}

/** Where a figure is drawn: itself, or the middle of its band. */
export function middleOf(figure: Figure): number {
  return typeof figure === 'number' ? figure : (figure.lo + figure.hi) / 2
}

export function bandOf(figure: Figure): Band {
  return typeof figure === 'number' ? { lo: figure, hi: figure } : figure
}

/** The two outermost steps are shown as one, half a step wide beyond the end: such a band is one and a half steps wide. */
function stepOf({ lo, hi }: Band, { min, max }: Range): number {
  return lo <= min || hi >= max ? (hi - lo) / 1.5 : hi - lo
}

function inWords(
  figure: Figure,
  { min, max }: Range,
  step: number,
  format: (value: number) => string,
  t: Translate,
): string {
  if (typeof figure === 'number') return format(figure)
  const { lo, hi } = figure
  if (lo <= min) return t('shared.or-less', { value: format(hi - step / 2) })
  if (hi >= max) return t('shared.or-more', { value: format(lo + step / 2) })
  return format(middleOf(figure))
}

/** Half a point is shown with one decimal, whole points with none. */
function decimalsOf(step: number): number {
  return Math.abs(step - Math.round(step)) < 1e-6 ? 0 : 1
}

function fixed(value: number, digits: number, locale: string): string {
  return new Intl.NumberFormat(formatLocale(locale), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(rounded(value))
}

function percent(share: number, locale: string): string {
  return new Intl.NumberFormat(formatLocale(locale), { style: 'percent', maximumFractionDigits: 0 }).format(
    rounded(share),
  )
}

/** 4.3499999999999996 is the middle of 4.3 and 4.4: it must not be shown as 4.3 here and as 4.4 there. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/**
 * Signs and ranges stay in the order in which they are written, between the marks "left-to-right isolate" and "pop isolate" (Unicode 2066,
 * 2069): among words from right to left, "−0.3" would be shown with the minus behind, and "10–14" turned round.
 */
function leftToRight(text: string, locale: string): string {
  return directionOf(locale) === 'rtl' ? `\u2066${text}\u2069` : text
}

/** Intl writes a hyphen in some languages; a true minus is as wide as the plus. */
const minus = (text: string) => text.replace('-', '−')
