import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import { type Covariances, correlationsOf } from './covariances.ts'
import { at, cell, dot, type Matrix, sumOf } from './matrix.ts'
import { symmetricEigen, withEigenvalues } from './symmetric-eigen.ts'

export type PredictorWeight = {
  /** Part of R2 that goes to this predictor; the parts sum to R2. */
  readonly weight: number
  /** The same in percent of R2; null where nothing is explained. */
  readonly percent: number | null
  /** Plain correlation with the outcome. Weights have no sign: take it from here. */
  readonly zeroOrder: number
  /** Standardized regression coefficient. */
  readonly beta: number
}

export type RelativeWeights = { readonly rSquared: number; readonly predictors: readonly PredictorWeight[] }

/**
 * What an outcome goes along with most, fairly divided where predictors overlap: each is replaced by the nearest of a set
 * of uncorrelated ones, and what those explain is handed back. Says what goes together, not what causes what.
 * From 100 people and 15 per predictor; at team level from 30 teams. Never for a team.
 * R_xx = V D V', L = V sqrt(D) V', b = L^-1 r_xy, weight_i = sum_q L_iq^2 b_q^2.
 * Source: Johnson (2000); R rwa.
 * @param variables covariances of the predictors, and of the outcome as the last
 * @returns absent without predictors, where a variable has no spread, or where one predictor follows from the others
 * @example relativeWeights({ n: 99, means: [0, 0, 0], matrix: [[1, 0, 0.3], [0, 1, 0.4], [0.3, 0.4, 1]] }).value.predictors.map((one) => one.weight) // [0.09, 0.16]
 */
export function relativeWeights(variables: Covariances): Statistic<RelativeWeights> {
  const count = variables.matrix.length - 1
  if (count < 1) return absent('too-few-items')
  const correlations = correlationsOf(variables)
  if (!correlations.ok) return correlations
  const among: Matrix = correlations.value.slice(0, count).map((row) => row.slice(0, count))
  const outcome = among.map((_, i) => cell(correlations.value, i, count))
  const eigen = symmetricEigen(among)
  if (!(at(eigen.values, count - 1) > 1e-10)) return absent('no-fit')

  const loadings = withEigenvalues(eigen, Math.sqrt)
  const squares = withEigenvalues(eigen, (value) => 1 / Math.sqrt(value)).map((row) => dot(row, outcome) ** 2)
  const betas = withEigenvalues(eigen, (value) => 1 / value).map((row) => dot(row, outcome))
  const weights = loadings.map((row) => sumOf(row.map((value, q) => value ** 2 * at(squares, q))))
  const rSquared = sumOf(weights)
  return ok({
    rSquared,
    predictors: weights.map((weight, i) => ({
      weight,
      percent: rSquared > 0 ? (100 * weight) / rSquared : null,
      zeroOrder: at(outcome, i),
      beta: at(betas, i),
    })),
  })
}
