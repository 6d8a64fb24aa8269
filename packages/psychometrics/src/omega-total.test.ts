import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryRows } from '../test/arbitrary-items.ts'
import { covariancesFor, covariancesOfRows } from '../test/item-covariances.ts'
import { type ItemsInput, testAgainstOracle } from '../test/oracle.ts'
import { omegaTotal } from './omega-total.ts'

const code = (code: string) => ({ ok: false, error: { code } })

test('two items have no factor of their own, and equal answers no spread', () => {
  expect(
    omegaTotal(
      covariancesOfRows([
        [1, 2],
        [2, 4],
        [4, 3],
      ]),
    ),
  ).toEqual(code('too-few-items'))
  expect(
    omegaTotal(
      covariancesOfRows([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ),
  ).toEqual(code('no-spread'))
})

test('items that determine each other, or have nothing in common, have no fit', () => {
  expect(
    omegaTotal({
      n: 99,
      means: [4, 4, 4],
      matrix: [
        [1, 1, 0.5],
        [1, 1, 0.5],
        [0.5, 0.5, 1],
      ],
    }),
  ).toEqual(code('no-fit'))
  expect(
    omegaTotal({
      n: 99,
      means: [4, 4, 4],
      matrix: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    }),
  ).toEqual(code('no-fit'))
})

test('an item that would be nothing but the factor has no proper fit', () => {
  const matrix = [
    [1, 0.9, 0.9],
    [0.9, 1, 0.6],
    [0.9, 0.6, 1],
  ]
  expect(omegaTotal({ n: 99, means: [4, 4, 4], matrix })).toEqual(code('no-fit'))
})

test('there is an omega between 0 and 1 or a reason, in any order of items', () => {
  fc.assert(
    fc.property(arbitraryRows({ leastItems: 3 }), (rows) => {
      const found = omegaTotal(covariancesOfRows(rows))
      const turned = omegaTotal(covariancesOfRows(rows.map((row) => [...row].reverse())))
      if (!found.ok || !turned.ok) return
      expect(turned.value.omega).toBeCloseTo(found.value.omega, 6)
      expect(found.value.omega).toBeGreaterThanOrEqual(0)
      expect(found.value.omega).toBeLessThanOrEqual(1)
    }),
  )
})

testAgainstOracle<ItemsInput, OmegaExpected>('omega_total', ({ input, expected }, near) => {
  const items = covariancesFor(input)
  const found = omegaTotal(items)
  if (!found.ok) throw new Error(found.error.code)
  expect([items.n, items.matrix.length]).toEqual([expected.n_complete, expected.k])
  near(found.value.omega, expected.omega_total)
  near(found.value.standardized, expected.omega_total_standardized)
  near(found.value.observedVariance, expected.omega_total_observed_variance)
  expect(expected.loadings_raw.length).toBe(expected.k)
  expected.loadings_raw.forEach((loading, i) => {
    near(found.value.raw.loadings[i] ?? null, loading)
    near(found.value.standardizedFit.loadings[i] ?? null, expected.loadings_standardized[i] ?? null)
    near(found.value.standardizedFit.uniquenesses[i] ?? null, expected.uniqueness_standardized[i] ?? null)
  })
})

type OmegaExpected = Record<
  'n_complete' | 'k' | 'omega_total' | 'omega_total_standardized' | 'omega_total_observed_variance',
  number
> &
  Record<'loadings_raw' | 'loadings_standardized' | 'uniqueness_standardized', number[]>
