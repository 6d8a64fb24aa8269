import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import type { ItemSums } from './item-sums.ts'
import { at, type Matrix, squareMatrix } from './matrix.ts'

/** Number, means and sample covariances (divisor n - 1) of several items. */
export type Covariances = { readonly n: number; readonly means: readonly number[]; readonly matrix: Matrix }

/**
 * @returns absent below two complete rows. Where all answers to an item are equal its variance is exactly 0.
 * @example covariancesOf(itemSumsInBlocks([[1, 2], [3, 6]], [0, 0], 1)[0]).value.matrix // [[2, 4], [4, 8]]
 */
export function covariancesOf(sums: ItemSums): Statistic<Covariances> {
  const { n, origins } = sums
  if (n === 0) return absent('no-answers')
  if (n === 1) return absent('one-answer')
  const product = (i: number, j: number) => at(sums.products, (i * (i + 1)) / 2 + j)
  const deviations = (i: number, j: number) => product(i, j) - (at(sums.sums, i) * at(sums.sums, j)) / n
  // Rounding leaves a tiny rest where decimal answers are all equal: below it there is no spread.
  const flat = origins.map((_, i) => deviations(i, i) <= 1e-12 * product(i, i))
  return ok({
    n,
    means: origins.map((origin, i) => origin + at(sums.sums, i) / n),
    matrix: squareMatrix(origins.length, (i, j) =>
      flat[i] || flat[j] ? 0 : deviations(Math.max(i, j), Math.min(i, j)) / (n - 1),
    ),
  })
}

/**
 * Correlations of the items; absent where an item has no spread.
 * @example correlationsOf({ n: 2, means: [2, 4], matrix: [[2, 4], [4, 8]] }).value // [[1, 1], [1, 1]]
 */
export function correlationsOf({ matrix }: Covariances): Statistic<Matrix> {
  const spreads = matrix.map((row, i) => Math.sqrt(at(row, i)))
  if (spreads.includes(0)) return absent('no-spread')
  return ok(
    matrix.map((row, i) => row.map((value, j) => (i === j ? 1 : value / (at(spreads, i) * at(spreads, j))))),
  )
}
