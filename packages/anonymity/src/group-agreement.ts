import { sampleOf } from '@chorus/psychometrics/moments'
import { itemAgreement, scaleAgreement } from '@chorus/psychometrics/within-group-agreement'
import type { Tally } from './tally.ts'

/** r_wg of an item of a row, r_wg(j) of a scale; null where one person answered. */
export function agreementOf(sums: Tally, row: number, block: number, position: number): number | null {
  const { items, measures } = sums.blocks[block] ?? { items: [], measures: [] }
  const [first] = items
  if (!first) return null
  const points = first.max - first.min + 1
  const varianceAt = (measure: number) => {
    const sd = sampleOf(sums.sumsOf(row, block, measure))?.sd ?? null
    return sd === null ? null : sd ** 2
  }
  if (measures.length > items.length && position === 0) {
    const variances = items.map((_, item) => varianceAt(item + 1)).filter((variance) => variance !== null)
    return variances.length === items.length ? scaleAgreement(variances, points) : null
  }
  const variance = varianceAt(position)
  return variance === null ? null : itemAgreement(variance, points)
}
