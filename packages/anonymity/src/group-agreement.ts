import { sampleOf } from '@chorus/psychometrics/moments'
import { itemAgreement, scaleAgreement } from '@chorus/psychometrics/within-group-agreement'
import type { Tally } from './tally.ts'

/** r_wg of an item of a row, r_wg(j) of a scale; null where one person answered, or answers are no whole numbers. */
export function agreementOf(sums: Tally, row: number, block: number, position: number): number | null {
  const { items, measures } = sums.blocks[block] ?? { items: [], measures: [] }
  const [first] = items
  if (!first) return null
  const points = first.max - first.min + 1
  const hasScale = measures.length > items.length
  const variances = items.map((_, item) => {
    const sd = sampleOf(sums.sumsOf(row, block, item + (hasScale ? 1 : 0)))?.sd ?? null
    return sd === null ? null : sd ** 2
  })
  if (hasScale && position === 0) {
    const known = variances.filter((variance) => variance !== null)
    return known.length === items.length ? scaleAgreement(known, points) : null
  }
  const variance = variances[position - (hasScale ? 1 : 0)] ?? null
  return variance === null ? null : itemAgreement(variance, points)
}
