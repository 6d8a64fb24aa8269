import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryRows } from '../test/arbitrary-items.ts'
import { addToItemSums, itemSumsInBlocks, mergeItemSums, noItemSums } from './item-sums.ts'

const originsOf = (rows: (number | null)[][]) => rows[0]?.map(() => 1) ?? []
const inOnePass = (rows: (number | null)[][]) =>
  rows.reduce<ReturnType<typeof noItemSums>>(addToItemSums, noItemSums(originsOf(rows)))

test('who left an item out is seen and not counted', () => {
  const sums = addToItemSums(addToItemSums(noItemSums([1, 1]), [3, null]), [2, 2])
  expect([sums.seen, sums.n, [...sums.sums]]).toEqual([2, 1, [1, 1]])
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
