import type { Figure } from '@chorus/contracts/publish'
import { middleOf } from '../../../lib/format/figures.ts'

type Range = { readonly min: number; readonly max: number }

/** Colours of the heatmap, from the lowest answer to the highest; the fourth stands for the middle. */
const colours = 7

/**
 * The colour of a mean, 0 to 6: that of the nearest answer. It hangs on the format of the answers alone, never on what other units have; of
 * more than seven answers some share a colour, and of fewer some colours are left out.
 */
export function heatStep(mean: Figure, range: Range): number {
  const last = stepsOf(range) - 1
  const share = (middleOf(mean) - range.min) / (range.max - range.min)
  // 4.499999 is the middle of 4.4 and 4.6, and belongs to 5 everywhere.
  const step = Math.min(last, Math.max(0, Math.floor(share * last + 0.5 + 1e-6)))
  return colourOf(step, last)
}

/** What the colours stand for, lowest first. */
export function heatKey(range: Range): { colour: number; answer: number }[] {
  const last = stepsOf(range) - 1
  return Array.from({ length: last + 1 }, (_, step) => ({
    colour: colourOf(step, last),
    answer: range.min + (step * (range.max - range.min)) / last,
  }))
}

function stepsOf({ min, max }: Range): number {
  return Math.min(colours, Math.floor(max - min) + 1)
}

function colourOf(step: number, last: number): number {
  return Math.round((step * (colours - 1)) / last)
}
