import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import { type Covariances, correlationsOf } from './covariances.ts'
import { at, type Matrix, sumOf } from './matrix.ts'

export type CronbachAlpha = {
  readonly alpha: number
  /** The same from correlations, as if every item had the same spread; null where an item has none. */
  readonly standardized: number | null
  /** Mean correlation of two items; null where an item has no spread. */
  readonly averageCorrelation: number | null
  readonly sumOfItemVariances: number
  /** Variance of the sum of all items. */
  readonly totalVariance: number
}

/**
 * How consistently the items of a scale order people: the share of the variance of their sum that is not item-by-item
 * noise, were all items equally good. Below 0 where items contradict each other, as one that was not reversed does.
 * alpha = k / (k - 1) * (1 - sum of item variances / variance of the sum).
 * For the whole organisation, from 50 people (better 100) and 3 items; never for a team.
 * Source: Cronbach (1951); R psych::alpha, multilevel::cronbach.
 * @param items covariances of oriented items, `covariancesOf`
 * @returns absent for one item, or where nobody's sum differs
 * @example cronbachAlpha({ n: 9, means: [4, 4], matrix: [[1, 0.5], [0.5, 1]] }).value.alpha // 0.6667
 */
export function cronbachAlpha(items: Covariances): Statistic<CronbachAlpha> {
  const k = items.matrix.length
  if (k < 2) return absent('too-few-items')
  const { trace, total } = sumsOf(items.matrix)
  if (!(total > 1e-12 * trace)) return absent('no-spread')
  const correlations = correlationsOf(items)
  const sum = correlations.ok ? sumsOf(correlations.value).total : null
  return ok({
    alpha: alphaFrom(k, trace, total),
    standardized: sum === null ? null : alphaFrom(k, k, sum),
    averageCorrelation: sum === null ? null : (sum - k) / (k * (k - 1)),
    sumOfItemVariances: trace,
    totalVariance: total,
  })
}

function alphaFrom(k: number, trace: number, total: number): number {
  return (k / (k - 1)) * (1 - trace / total)
}

function sumsOf(matrix: Matrix): { trace: number; total: number } {
  return { trace: sumOf(matrix.map((row, i) => at(row, i))), total: sumOf(matrix.map(sumOf)) }
}
