import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import { at, cell, dot, type Matrix, squareMatrix, sumOf } from './matrix.ts'
import { type Eigen, symmetricEigen, withEigenvalues } from './symmetric-eigen.ts'

/** Correlation of each item with the factor, and the share of its variance that the factor leaves. */
export type OneFactorFit = { readonly loadings: readonly number[]; readonly uniquenesses: readonly number[] }

/** Below this an item would be nothing but the factor (a Heywood case); the bound of R factanal. */
const leastUniqueness = 0.005

/**
 * Maximum likelihood fit of one common factor to correlations of at least three items.
 * Over x = log uniqueness the misfit is sum(theta - log theta - 1) of all but the largest eigenvalue theta of the
 * correlations divided by the roots of the uniquenesses. Newton's steps with the exact second derivatives end it to the last digits.
 * Source: Joereskog (1967); Clarke (1970); start as in R factanal.
 * @returns absent where no proper fit exists: items that determine each other, no common factor, an item without uniqueness
 * @example oneFactorFit([[1, 0.48, 0.4], [0.48, 1, 0.3], [0.4, 0.3, 1]]).value.loadings // [0.8, 0.6, 0.5]
 */
export function oneFactorFit(correlations: Matrix): Statistic<OneFactorFit> {
  if (correlations.length < 3) return absent('too-few-items')
  const eigen = symmetricEigen(correlations)
  const [first = 0, second = 0] = eigen.values
  // The items determine each other, or no direction is more common to them than another.
  if (!(at(eigen.values, eigen.values.length - 1) > 1e-10) || first - second < 1e-9) return absent('no-fit')
  const inverse = withEigenvalues(eigen, (value) => 1 / value)
  let x = inverse.map((row, i) => Math.log((1 - 0.5 / row.length) / at(row, i)))
  let here = pointAt(correlations, x)
  for (let round = 0; round < 100; round++) {
    const step = newtonStep(here)
    const length = Math.max(...step.map(Math.abs))
    let share = Math.min(1, 1 / length)
    let next = pointAt(correlations, moved(x, step, share))
    while (!(next.misfit <= here.misfit + 1e-13) && share > 1e-6) {
      share /= 2
      next = pointAt(correlations, moved(x, step, share))
    }
    x = moved(x, step, share)
    here = next
    if (x.some((value) => value < Math.log(leastUniqueness))) return absent('no-fit')
    // Each step squares what is left: after one of 1e-6, some 1e-12.
    if (length < 1e-6) return fitAt(x, here.eigen)
  }
  return absent('no-fit')
}

type Point = { readonly misfit: number; readonly eigen: Eigen }

function pointAt(correlations: Matrix, x: readonly number[]): Point {
  const roots = x.map((value) => Math.exp(value / 2))
  const eigen = symmetricEigen(
    correlations.map((row, i) => row.map((value, j) => value / (at(roots, i) * at(roots, j)))),
  )
  const misfit = sumOf(eigen.values.slice(1).map((theta) => theta - Math.log(theta) - 1))
  return { misfit, eigen }
}

/** Downhill in any case: where the misfit bends the wrong way, the step goes by the size of the bend alone. */
function newtonStep({ eigen }: Point): number[] {
  const slope = slopeOf(eigen)
  const bend = symmetricEigen(bendOf(eigen))
  return slope.map(
    (_, i) =>
      -sumOf(
        bend.vectors.map(
          (vector, q) => (at(vector, i) * dot(vector, slope)) / Math.max(1e-10, Math.abs(at(bend.values, q))),
        ),
      ),
  )
}

function slopeOf({ values, vectors }: Eigen): number[] {
  return values.map((_, i) =>
    sumOf(values.map((theta, m) => (m === 0 ? 0 : (1 - theta) * cell(vectors, m, i) ** 2))),
  )
}

function bendOf({ values, vectors }: Eigen): number[][] {
  const largest = at(values, 0)
  const bend = squareMatrix(values.length, () => 0)
  values.forEach((a, m) => {
    if (m === 0) return
    values.forEach((b, n) => {
      const weight = n > 0 ? (a + b) / 2 : ((1 - a) * (a + largest)) / Math.max(1e-10, largest - a)
      const pair = values.map((_, i) => cell(vectors, m, i) * cell(vectors, n, i))
      for (let i = 0; i < pair.length; i++) addScaled(bend[i] ?? [], weight * at(pair, i), pair)
    })
  })
  return bend
}

function addScaled(row: number[], factor: number, values: readonly number[]): void {
  for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) + factor * (values[j] ?? 0)
}

function moved(x: readonly number[], step: readonly number[], share: number): number[] {
  return x.map((value, i) => value + share * at(step, i))
}

function fitAt(x: readonly number[], { values, vectors }: Eigen): Statistic<OneFactorFit> {
  const strength = at(values, 0) - 1
  if (!(strength > 1e-9)) return absent('no-fit')
  const uniquenesses = x.map(Math.exp)
  const loadings = uniquenesses.map((u, i) => Math.sqrt(u * strength) * cell(vectors, 0, i))
  const sign = sumOf(loadings) < 0 ? -1 : 1
  return ok({ loadings: loadings.map((loading) => sign * loading), uniquenesses })
}
