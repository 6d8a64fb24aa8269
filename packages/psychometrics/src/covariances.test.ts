import fc from 'fast-check'
import { sampleCovariance } from 'simple-statistics'
import { expect, test } from 'vitest'
import { arbitraryRows } from '../test/arbitrary-items.ts'
import { correlationsOf, covariancesOf } from './covariances.ts'
import { addToItemSums, itemSumsInBlocks, mergeItemSums, noItemSums } from './item-sums.ts'

test('nobody, and one person, have no covariances', () => {
  const none = noItemSums([1, 1])
  expect(covariancesOf(none)).toEqual({ ok: false, error: { code: 'no-answers' } })
  expect(covariancesOf(addToItemSums(none, [3, 4]))).toEqual({ ok: false, error: { code: 'one-answer' } })
})

test('decimal answers that are all equal have a variance of exactly 0, and no correlation', () => {
  const rows = [
    [1.1, 3],
    [1.1, 4],
    [1.1, 5.2],
  ]
  const covariances = covariancesOf(mergeItemSums(itemSumsInBlocks(rows, [0, 0], 1)))
  expect(covariances.ok && covariances.value.matrix[0]).toEqual([0, 0])
  expect(covariances.ok && correlationsOf(covariances.value)).toEqual({
    ok: false,
    error: { code: 'no-spread' },
  })
})

test('covariances are those of the answers themselves', () => {
  fc.assert(
    fc.property(arbitraryRows(), (rows) => {
      const covariances = covariancesOf(mergeItemSums(itemSumsInBlocks(rows, rows[0]?.map(() => 1) ?? [], 1)))
      const column = (i: number) => rows.map((row) => row[i] ?? 0)
      if (!covariances.ok) throw new Error(covariances.error.code)
      covariances.value.matrix.forEach((row, i) => {
        row.forEach((value, j) => {
          expect(value).toBeCloseTo(sampleCovariance(column(i), column(j)), 10)
        })
      })
    }),
  )
})

test('a million answers far from 0 keep their spread', () => {
  const sums = noItemSums([1_000_000])
  for (let i = 0; i < 1_000_000; i++) addToItemSums(sums, [1_000_000 + (i % 2)])
  const covariances = covariancesOf(sums)
  expect(covariances.ok && covariances.value.matrix[0]?.[0]).toBeCloseTo(0.25 * (1 + 1e-6), 9)
})
