import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import { type Covariances, correlationsOf } from './covariances.ts'
import { at, sumOf } from './matrix.ts'
import { symmetricEigen, withEigenvalues } from './symmetric-eigen.ts'

/**
 * A lower bound of reliability from how well each item is predicted by all others; above alpha where items form groups.
 * lambda6 = 1 - sum of (1 - R2 of item) / sum of all correlations, with 1 - R2 = 1 / (inverse correlations)_ii.
 * Whole organisation, from 100 people.
 * Source: Guttman (1945); R psych::alpha, column G6(smc).
 * @param items covariances of oriented items, `covariancesOf`
 * @returns absent where an item has no spread or is determined by the others
 * @example guttmanLambda6({ n: 9, means: [4, 4], matrix: [[1, 0.5], [0.5, 1]] }).value // 0.5
 */
export function guttmanLambda6(items: Covariances): Statistic<number> {
  if (items.matrix.length < 2) return absent('too-few-items')
  const correlations = correlationsOf(items)
  if (!correlations.ok) return correlations
  const eigen = symmetricEigen(correlations.value)
  if (!(at(eigen.values, eigen.values.length - 1) > 1e-12)) return absent('no-fit')
  const inverse = withEigenvalues(eigen, (value) => 1 / value)
  const unexplained = sumOf(inverse.map((row, i) => 1 / at(row, i)))
  return ok(1 - unexplained / sumOf(correlations.value.map(sumOf)))
}
