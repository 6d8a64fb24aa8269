import type { Band, Figure } from '@chorus/contracts/publish'
import type { Sample } from '@chorus/psychometrics/moments'

/**
 * What a reader may take a shown mean for: the middle of its band, of as many answers as the middle of theirs, spread as `spreadOf`
 * says; the width of the band is added as an error of its own (a uniform one: width squared over 12).
 */
export function shownSample(n: Figure, mean: Figure, spread: number): Sample {
  const answers = middleOf(n)
  const ofStep = widthOf(mean) ** 2 / 12
  return { n: answers, mean: middleOf(mean), sd: Math.sqrt(spread ** 2 + answers * ofStep) }
}

/**
 * The spread to reckon with: that of the group itself where it is shown, at the upper end of its band so that no interval is narrower than
 * the answers ask for; else the typical one, which is too small for a group that is divided.
 */
export function spreadOf({ sd }: { readonly sd: Figure | null }, typical: number): number {
  return sd === null ? typical : bandOf(sd).hi
}

/** Where only a band was released, its middle stands for it. */
export function middleOf(figure: Figure): number {
  return typeof figure === 'number' ? figure : (figure.lo + figure.hi) / 2
}

export function widthOf(figure: Figure): number {
  return typeof figure === 'number' ? 0 : figure.hi - figure.lo
}

export function bandOf(figure: Figure): Band {
  return typeof figure === 'number' ? { lo: figure, hi: figure } : figure
}
