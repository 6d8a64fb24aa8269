import type { Band, Figure } from '@chorus/contracts/publish'
import type { Sample } from '@chorus/psychometrics/moments'

/**
 * What a reader may take a shown mean for: the middle of its band, of as many answers as the middle of theirs, spread like a typical
 * unit; the width of the band is added as an error of its own (a uniform one: width squared over 12).
 */
export function shownSample(n: Figure, mean: Figure, spread: number): Sample {
  const answers = middleOf(n)
  const ofStep = widthOf(mean) ** 2 / 12
  return { n: answers, mean: middleOf(mean), sd: Math.sqrt(spread ** 2 + answers * ofStep) }
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
