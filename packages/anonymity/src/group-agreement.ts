import { sampleOf } from '@chorus/psychometrics/moments'
import { itemAgreement } from '@chorus/psychometrics/within-group-agreement'
import type { Tally } from './tally.ts'

/** r_wg of an item of a row; null for a scale, whose index rises with its items, and where one person answered. */
export function agreementOf(sums: Tally, row: number, block: number, position: number): number | null {
  const { items, measures } = sums.blocks[block] ?? { items: [], measures: [] }
  const item = items[position - (measures.length - items.length)]
  const sd = sampleOf(sums.sumsOf(row, block, position))?.sd ?? null
  return item === undefined || sd === null ? null : itemAgreement(sd ** 2, item.max - item.min + 1)
}
