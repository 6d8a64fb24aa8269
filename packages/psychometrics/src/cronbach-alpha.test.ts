import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryRows } from '../test/arbitrary-items.ts'
import { covariancesFor, covariancesOfRows } from '../test/item-covariances.ts'
import { type ItemsInput, rowsOf, testAgainstOracle } from '../test/oracle.ts'
import { bonettInterval, bonettWrightInterval, duhachekInterval, feldtInterval } from './alpha-interval.ts'
import { cronbachAlpha } from './cronbach-alpha.ts'
import { guttmanLambda6 } from './guttman-lambda6.ts'

const code = (code: string) => ({ ok: false, error: { code } })

test('everybody the same, and a single item, have no alpha', () => {
  expect(
    cronbachAlpha(
      covariancesOfRows([
        [4, 5],
        [4, 5],
        [4, 5],
      ]),
    ),
  ).toEqual(code('no-spread'))
  expect(cronbachAlpha(covariancesOfRows([[4], [5]]))).toEqual(code('too-few-items'))
})

test('items that cancel each other out leave no spread of the sum', () => {
  const rows = [
    [1, 7],
    [2, 6],
    [7, 1],
  ]
  expect(cronbachAlpha(covariancesOfRows(rows))).toEqual(code('no-spread'))
  expect(duhachekInterval(covariancesOfRows(rows), 0)).toEqual(code('no-spread'))
})

test('an item without spread leaves alpha, and takes what is made of correlations', () => {
  const items = covariancesOfRows([
    [4, 5, 1],
    [4, 6, 2],
    [4, 5, 3],
  ])
  const found = cronbachAlpha(items)
  expect(found.ok && [found.value.standardized, found.value.averageCorrelation]).toEqual([null, null])
  expect(guttmanLambda6(items)).toEqual(code('no-spread'))
})

test('too few people have no interval', () => {
  expect(feldtInterval({ alpha: 0.8, n: 1, k: 5 })).toEqual(code('too-few-answers'))
  expect(bonettWrightInterval({ alpha: 0.8, n: 2, k: 5 })).toEqual(code('too-few-answers'))
  expect(feldtInterval({ alpha: 0.8, n: 30, k: 1 })).toEqual(code('too-few-items'))
})

test('an item that the others determine leaves no lambda 6', () => {
  expect(
    guttmanLambda6(
      covariancesOfRows([
        [1, 1],
        [2, 2],
        [5, 5],
      ]),
    ),
  ).toEqual(code('no-fit'))
})

test('neither the order of people nor of items, nor turning every item round, changes alpha; it never exceeds 1', () => {
  fc.assert(
    fc.property(arbitraryRows(), (rows) => {
      const found = cronbachAlpha(covariancesOfRows(rows))
      const same = [
        [...rows].reverse(),
        rows.map((row) => [...row].reverse()),
        rows.map((row) => row.map((answer) => 8 - (answer ?? 0))),
      ].map((changed) => cronbachAlpha(covariancesOfRows(changed)))
      for (const other of same) {
        expect(other.ok).toBe(found.ok)
        if (found.ok && other.ok) expect(other.value.alpha).toBeCloseTo(found.value.alpha, 9)
      }
      if (found.ok) expect(found.value.alpha).toBeLessThanOrEqual(1 + 1e-12)
    }),
  )
})

testAgainstOracle<ItemsInput, AlphaExpected>('cronbach_alpha', ({ input, expected }, near) => {
  const items = covariancesFor(input)
  const found = cronbachAlpha(items)
  if (!found.ok) throw new Error(found.error.code)
  const { alpha } = found.value
  const k = items.matrix.length
  expect([rowsOf(input).length, items.n, k]).toEqual([expected.n_rows, expected.n_complete, expected.k])
  near(alpha, expected.alpha)
  near(found.value.standardized, expected.alpha_standardized)
  near(found.value.averageCorrelation, expected.average_r)
  near(found.value.sumOfItemVariances, expected.sum_item_variance)
  near(found.value.totalVariance, expected.total_variance)
  const lambda6 = guttmanLambda6(items)
  near(lambda6.ok ? lambda6.value : null, expected.guttman_lambda6)
  const duhachek = duhachekInterval(items, alpha)
  if (!duhachek.ok) throw new Error(duhachek.error.code)
  near(duhachek.value.se, expected.se_duhachek)
  near(duhachek.value.interval.lo, expected.ci95_duhachek[0])
  near(duhachek.value.interval.hi, expected.ci95_duhachek[1])
  for (const { interval, wanted } of [
    { interval: feldtInterval({ alpha, n: items.n, k }), wanted: expected.ci95_feldt },
    { interval: bonettInterval({ alpha, n: items.n, k }), wanted: expected.ci95_bonett2002 },
    { interval: bonettWrightInterval({ alpha, n: items.n, k }), wanted: expected.ci95_bonett_wright2015 },
  ]) {
    near(interval.ok ? interval.value.lo : null, wanted[0])
    near(interval.ok ? interval.value.hi : null, wanted[1])
  }
})

type Pair = [number, number]
type AlphaExpected = Record<
  | 'n_rows'
  | 'n_complete'
  | 'k'
  | 'alpha'
  | 'alpha_standardized'
  | 'average_r'
  | 'sum_item_variance'
  | 'total_variance'
  | 'se_duhachek'
  | 'guttman_lambda6',
  number
> &
  Record<'ci95_feldt' | 'ci95_bonett2002' | 'ci95_bonett_wright2015' | 'ci95_duhachek', Pair>
