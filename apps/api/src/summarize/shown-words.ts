import type { Figure } from '@chorus/contracts/publish'

type Range = { readonly min: number; readonly max: number }

/** The middle of a band, without the dust that halving a sum of doubles leaves: 0.725, not 0.7250000000000001. */
export function middleOf(figure: Figure): number {
  return typeof figure === 'number' ? figure : Math.round(((figure.lo + figure.hi) / 2) * 1e6) / 1e6
}

/** A mean as people expect it: "5.5", "4.6"; the open ends as "1.5 or less" and "6.5 or more". */
export function meanText(mean: Figure, range: Range): string {
  if (typeof mean === 'number') return mean.toFixed(1)
  const step = isOpen(mean, range) ? (mean.hi - mean.lo) / 1.5 : mean.hi - mean.lo
  const digits = Math.abs(step - Math.round(step)) < 1e-6 ? 0 : 1
  return inWords(mean, range, step, (value) => value.toFixed(digits))
}

/** A share (0 to 1): "about 60 %", "10 % or less". */
export function shareText(share: Figure): string {
  const whole = { min: 0, max: 1 }
  if (typeof share === 'number') return percent(share)
  const open = isOpen(share, whole)
  const step = open ? (share.hi - share.lo) / 1.5 : share.hi - share.lo
  const words = inWords(share, whole, step, percent)
  return open ? words : `about ${words}`
}

/** A response rate: "73 %", or its band: "below 50 %", "50 to 64 %", "80 % and more". */
export function rateText(rate: Figure): string {
  if (typeof rate === 'number') return percent(rate)
  if (rate.lo <= 0) return `below ${percent(rate.hi)}`
  if (rate.hi >= 1) return `${percent(rate.lo)} and more`
  return `${Math.round(rate.lo * 100)} to ${percent(rate.hi - 0.01)}`
}

/** A number of people: "71", "5 to 9". */
export function countText(count: Figure): string {
  return typeof count === 'number' ? String(count) : `${count.lo} to ${count.hi}`
}

type Band = Exclude<Figure, number>

function isOpen({ lo, hi }: Band, { min, max }: Range): boolean {
  return lo <= min || hi >= max
}

/** The two outermost steps are one: such a band ends half a step beyond the number that names it. */
function inWords(band: Band, { min, max }: Range, step: number, format: (value: number) => string): string {
  if (band.lo <= min) return `${format(clean(band.hi - step / 2))} or less`
  if (band.hi >= max) return `${format(clean(band.lo + step / 2))} or more`
  return format(middleOf(band))
}

function percent(share: number): string {
  return `${Math.round(clean(share * 100))} %`
}

function clean(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
