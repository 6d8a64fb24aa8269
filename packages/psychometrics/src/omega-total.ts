import { ok } from '@chorus/basics/result'
import type { Statistic } from './absent.ts'
import { type Covariances, correlationsOf } from './covariances.ts'
import { at, sumOf } from './matrix.ts'
import { type OneFactorFit, oneFactorFit } from './one-factor-fit.ts'

export type OmegaTotal = {
  /** In raw units, the one to show: it belongs to the means that are reported. */
  readonly omega: number
  /** As if every item had the same spread. */
  readonly standardized: number
  /** The common part against the variance that the sum really has; differs from omega as far as the model misfits. */
  readonly observedVariance: number
  readonly raw: OneFactorFit
  readonly standardizedFit: OneFactorFit
}

/**
 * The share of the variance of the items' sum that one common factor explains: reliability without alpha's assumption
 * that all items are equally good. (sum of loadings)^2 / ((sum of loadings)^2 + sum of uniquenesses).
 * Whole organisation, from 100 people and 3 items; with three the fit cannot be tested.
 * Source: McDonald (1999); Flora (2020); R psych::fa(fm = "ml"), lavaan.
 * @param items covariances of oriented items, `covariancesOf`
 * @returns absent where an item has no spread or one factor does not fit properly
 * @example
 * const items = { n: 200, means: [4, 4, 4], matrix: [[1, 0.48, 0.4], [0.48, 1, 0.3], [0.4, 0.3, 1]] }
 * omegaTotal(items).value.omega // 0.6735
 */
export function omegaTotal(items: Covariances): Statistic<OmegaTotal> {
  const correlations = correlationsOf(items)
  if (!correlations.ok) return correlations
  const fit = oneFactorFit(correlations.value)
  if (!fit.ok) return fit
  const { loadings, uniquenesses } = fit.value
  const variances = items.matrix.map((row, i) => at(row, i))
  const raw = {
    loadings: loadings.map((loading, i) => loading * Math.sqrt(at(variances, i))),
    uniquenesses: uniquenesses.map((uniqueness, i) => uniqueness * at(variances, i)),
  }
  const common = sumOf(raw.loadings) ** 2
  return ok({
    omega: common / (common + sumOf(raw.uniquenesses)),
    standardized: sumOf(loadings) ** 2 / (sumOf(loadings) ** 2 + sumOf(uniquenesses)),
    observedVariance: common / sumOf(items.matrix.map(sumOf)),
    raw,
    standardizedFit: fit.value,
  })
}
