import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import type { Covariances } from './covariances.ts'
import { cronbachAlpha } from './cronbach-alpha.ts'
import { at, cell, sumOf } from './matrix.ts'

export type ItemFigures = {
  readonly mean: number
  readonly sd: number
  /** Correlation with the sum of all items, itself among them; null without spread. */
  readonly itemTotal: number | null
  /** Correlation with the sum of the other items; null without spread. Near or below 0: forgotten to reverse, or another construct. */
  readonly itemRest: number | null
  /** Alpha of the other items; null for fewer than two others, or where they have no spread. */
  readonly alphaIfDeleted: number | null
}

/**
 * What each item adds to its scale. An item whose absence would raise alpha, or which hardly goes with the others, is
 * one to look at; items with reversed wording are best looked at apart.
 * Whole organisation, from 50 people.
 * Source: corrected item-rest correlation; R psych::alpha item.stats (r.drop), multilevel::item.total.
 * @param items covariances of oriented items, `covariancesOf`
 * @returns one entry per item, in their order; absent for a single item
 * @example itemAnalysis({ n: 9, means: [4, 3], matrix: [[1, 0.5], [0.5, 1]] }).value[0].itemRest // 0.5
 */
export function itemAnalysis(items: Covariances): Statistic<ItemFigures[]> {
  const { means, matrix } = items
  if (matrix.length < 2) return absent('too-few-items')
  const rowSums = matrix.map(sumOf)
  const total = sumOf(rowSums)
  return ok(
    matrix.map((row, i) => {
      const variance = at(row, i)
      const withAll = at(rowSums, i)
      const without = cronbachAlpha(withoutItem(items, i))
      return {
        mean: at(means, i),
        sd: Math.sqrt(variance),
        itemTotal: correlation(withAll, variance, total),
        itemRest: correlation(withAll - variance, variance, total - 2 * withAll + variance),
        alphaIfDeleted: without.ok ? without.value.alpha : null,
      }
    }),
  )
}

function correlation(covariance: number, a: number, b: number): number | null {
  return a > 0 && b > 1e-12 * a ? covariance / Math.sqrt(a * b) : null
}

function withoutItem({ n, means, matrix }: Covariances, item: number): Covariances {
  const kept = means.flatMap((_, i) => (i === item ? [] : [i]))
  return {
    n,
    means: kept.map((i) => at(means, i)),
    matrix: kept.map((i) => kept.map((j) => cell(matrix, i, j))),
  }
}
