import fc from 'fast-check'
import { sampleCovariance } from 'simple-statistics'
import { expect, test } from 'vitest'
import { arbitraryRows } from '../test/arbitrary-items.ts'
import {
  addToItemSums,
  correlationsOf,
  covariancesOf,
  itemSumsInBlocks,
  mergeItemSums,
  noItemSums,
} from './item-sums.ts'

const originsOf = (rows: (number | null)[][]) => rows[0]?.map(() => 1) ?? []
const inOnePass = (rows: (number | null)[][]) =>
  rows.reduce<ReturnType<typeof noItemSums>>(addToItemSums, noItemSums(originsOf(rows)))

test('nobody, and one person, have no covariances', () => {
  const none = noItemSums([1, 1])
  expect(covariancesOf(none)).toEqual({ ok: false, error: { code: 'no-answers' } })
  expect(covariancesOf(addToItemSums(none, [3, 4]))).toEqual({ ok: false, error: { code: 'one-answer' } })
})

test('who left an item out is seen and not counted', () => {
  const sums = addToItemSums(addToItemSums(noItemSums([1, 1]), [3, null]), [2, 2])
  expect([sums.seen, sums.n, [...sums.sums]]).toEqual([2, 1, [1, 1]])
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

test('sums of other items are not added', () => {
  expect(() => mergeItemSums([noItemSums([1]), noItemSums([0])])).toThrow('same items')
  expect(() => addToItemSums(noItemSums([1]), [2, 3])).toThrow('as many answers')
})

test('merged blocks are exactly one pass over everybody, in any order of people', () => {
  fc.assert(
    fc.property(arbitraryRows({ gaps: true }), fc.integer({ min: 1, max: 9 }), (rows, blocks) => {
      const once = inOnePass(rows)
      expect(mergeItemSums(itemSumsInBlocks(rows, originsOf(rows), blocks))).toEqual(once)
      expect(inOnePass([...rows].reverse())).toEqual(once)
    }),
  )
})

test('covariances are those of the answers themselves', () => {
  fc.assert(
    fc.property(arbitraryRows(), (rows) => {
      const covariances = covariancesOf(inOnePass(rows))
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
