import { expect, test } from 'vitest'
import { covariancesFor, covariancesOfRows } from '../test/item-covariances.ts'
import { type ItemsInput, testAgainstOracle } from '../test/oracle.ts'
import { itemAnalysis } from './item-analysis.ts'

test('a single item has nothing to be compared with', () => {
  expect(itemAnalysis(covariancesOfRows([[4], [5]]))).toEqual({ ok: false, error: { code: 'too-few-items' } })
})

test('an item without spread correlates with nothing, and of two items none can be left out', () => {
  const found = itemAnalysis(
    covariancesOfRows([
      [4, 1],
      [4, 2],
      [4, 6],
    ]),
  )
  expect(found.ok && found.value[0]).toEqual({
    mean: 4,
    sd: 0,
    itemTotal: null,
    itemRest: null,
    alphaIfDeleted: null,
  })
})

test('an item that was forgotten to reverse goes against the rest', () => {
  const rows = [
    [1, 2, 7],
    [3, 3, 5],
    [5, 4, 3],
    [7, 6, 1],
    [6, 7, 2],
  ]
  const found = itemAnalysis(covariancesOfRows(rows))
  expect(found.ok && found.value[2]?.itemRest).toBeLessThan(-0.9)
})

testAgainstOracle<ItemsInput, ItemsExpected>('item_analysis', ({ input, expected }, near) => {
  const found = itemAnalysis(covariancesFor(input))
  if (!found.ok) throw new Error(found.error.code)
  expect(input.columns).toEqual(expected.item)
  expect(found.value.length).toBe(expected.item.length)
  found.value.forEach((item, i) => {
    near(item.mean, expected.mean[i] ?? null)
    near(item.sd, expected.sd[i] ?? null)
    near(item.itemTotal, expected.r_item_total[i] ?? null)
    near(item.itemRest, expected.r_item_rest[i] ?? null)
    near(item.alphaIfDeleted, expected.alpha_if_deleted[i] ?? null)
  })
})

type ItemsExpected = Record<'mean' | 'sd' | 'r_item_total' | 'r_item_rest' | 'alpha_if_deleted', number[]> & {
  item: string[]
}
