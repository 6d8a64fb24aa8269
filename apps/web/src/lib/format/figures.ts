import type { Band, Figure } from '@chorus/contracts/publish'

/** A mean as text: "4.2", or "3.9–4.1" where only a band may be shown. */
export function showFigure(figure: Figure, locale: string, digits = 1): string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return typeof figure === 'number' ? format.format(figure) : showRange(format.format, figure)
}

/** A count as text: "12", or "10–14". */
export function showCount(figure: Figure, locale: string): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  return typeof figure === 'number' ? format.format(figure) : showRange(format.format, figure)
}

/** A share (0 to 1) as text: "83 %", or "65–79 %". */
export function showShare(figure: Figure, locale: string): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  if (typeof figure === 'number') return percent.format(figure)
  if (percent.format(figure.lo) === percent.format(figure.hi)) return percent.format(figure.lo)
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  return `${plain.format(figure.lo * 100)}–${percent.format(figure.hi)}`
}

/** A difference with its sign: "+0.4", "−0.2", or "+0.2 to +0.6" as "+0.2…+0.6" where only a band may be shown. */
export function showDifference(figure: Figure, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
  if (typeof figure === 'number') return minus(format.format(figure))
  const [lo, hi] = [minus(format.format(figure.lo)), minus(format.format(figure.hi))]
  return lo === hi ? lo : `${lo}…${hi}`
}

/** Where a figure is drawn: itself, or the middle of its band. */
export function middleOf(figure: Figure): number {
  return typeof figure === 'number' ? figure : (figure.lo + figure.hi) / 2
}

export function bandOf(figure: Figure): Band {
  return typeof figure === 'number' ? { lo: figure, hi: figure } : figure
}

function showRange(format: (value: number) => string, { lo, hi }: Band): string {
  const [from, to] = [format(lo), format(hi)]
  return from === to ? from : `${from}–${to}`
}

/** Intl writes a hyphen in some languages; a true minus is as wide as the plus. */
const minus = (text: string) => text.replace('-', '−')
