import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryRows } from '../test/arbitrary-items.ts'
import { covariancesOfRows } from '../test/item-covariances.ts'
import { type DataInput, recordsOf, rowsOf, testAgainstOracle } from '../test/oracle.ts'
import { relativeWeights } from './relative-weights.ts'

const code = (code: string) => ({ ok: false, error: { code } })

test('without a predictor, without spread, and where a predictor follows from others, there are no weights', () => {
  expect(relativeWeights(covariancesOfRows([[1], [2]]))).toEqual(code('too-few-items'))
  expect(
    relativeWeights(
      covariancesOfRows([
        [1, 4],
        [2, 4],
        [3, 4],
      ]),
    ),
  ).toEqual(code('no-spread'))
  expect(
    relativeWeights(
      covariancesOfRows([
        [1, 2, 4],
        [2, 4, 1],
        [3, 6, 7],
      ]),
    ),
  ).toEqual(code('no-fit'))
})

test('an outcome that goes with nothing has weights of 0 and no percent', () => {
  const found = relativeWeights({
    n: 9,
    means: [0, 0],
    matrix: [
      [1, 0],
      [0, 1],
    ],
  })
  expect(found).toEqual({
    ok: true,
    value: { rSquared: 0, predictors: [{ weight: 0, percent: null, zeroOrder: 0, beta: 0 }] },
  })
})

test('one predictor has the squared correlation, whatever its sign', () => {
  const found = relativeWeights(
    covariancesOfRows([
      [1, 7],
      [2, 5],
      [4, 4],
      [6, 2],
    ]),
  )
  if (!found.ok) throw new Error(found.error.code)
  const [only] = found.value.predictors
  expect(only?.zeroOrder).toBeLessThan(-0.9)
  expect(only?.weight).toBeCloseTo((only?.zeroOrder ?? 0) ** 2, 12)
})

test('weights are never below 0, sum to R2, go with their predictor, and do not mind a reversed one', () => {
  fc.assert(
    fc.property(arbitraryRows({ leastItems: 3 }), (rows) => {
      const found = relativeWeights(covariancesOfRows(rows))
      if (!found.ok) return
      const swapped = relativeWeights(
        covariancesOfRows(rows.map(([a = 0, b = 0, ...rest]) => [b, 8 - (a ?? 0), ...rest])),
      )
      if (!swapped.ok) throw new Error(swapped.error.code)
      const weights = found.value.predictors.map((one) => one.weight)
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0)
      expect(found.value.rSquared).toBeLessThanOrEqual(1 + 1e-9)
      const [first = 0, second = 0] = weights
      expect(swapped.value.predictors[1]?.weight).toBeCloseTo(first, 7)
      expect(swapped.value.predictors[0]?.weight).toBeCloseTo(second, 7)
    }),
  )
})

testAgainstOracle<WeightsInput, WeightsExpected>('relative_weights', ({ input, expected }, near) => {
  const variables = covariancesOfRows(rowsFor(input, expected.predictors))
  const found = relativeWeights(variables)
  if (!found.ok) throw new Error(found.error.code)
  expect(variables.n).toBe(expected.n_complete)
  expect(found.value.predictors.length).toBe(expected.predictors.length)
  near(found.value.rSquared, expected.r_squared)
  found.value.predictors.forEach((one, i) => {
    near(one.weight, expected.raw_weights[i] ?? null)
    near(one.percent, expected.rescaled_percent[i] ?? null)
    near(one.zeroOrder, expected.zero_order_r[i] ?? null)
    near(one.beta, expected.standardized_beta[i] ?? null)
  })
})

/** Predictors and the outcome as the last: given outright, as columns, or as measures of organisations. */
function rowsFor(input: WeightsInput, predictors: string[]): (number | null)[][] {
  const { outcome } = input
  if (typeof outcome !== 'string')
    return outcome.map((value, i) => [
      ...predictors.map((name) => input.predictors?.[name]?.[i] ?? null),
      value,
    ])
  const columns = [...predictors, outcome]
  if (!input.pivot) return rowsOf({ ...input, columns })
  const { organisation_excludes: excluded = [], ...filter } = input.filter ?? {}
  const organisations = new Map<string, Map<string, number>>()
  for (const record of recordsOf({ dataset: input.dataset, filter })) {
    const [name = '', measure = ''] = [record.get('organisation'), record.get('measure')]
    if (Array.isArray(excluded) && excluded.some((part) => name.includes(String(part)))) continue
    const measures = organisations.get(name) ?? new Map<string, number>()
    organisations.set(name, measures.set(measure, Number(record.get('percent'))))
  }
  return [...organisations.values()].map((measures) => columns.map((name) => measures.get(name) ?? null))
}

type WeightsInput = DataInput & {
  outcome: string | number[]
  predictors?: Record<string, number[]>
  pivot?: string
}
type WeightsExpected = Record<
  'raw_weights' | 'rescaled_percent' | 'zero_order_r' | 'standardized_beta',
  number[]
> & { n_complete: number; predictors: string[]; r_squared: number }
