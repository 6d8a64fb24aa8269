import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryRows } from '../test/arbitrary-items.ts'
import { type AnswerCounts, addToAnswerCounts, mergeAnswerCounts, noAnswerCounts } from './answer-counts.ts'

const countsOf = (rows: (number | null)[][], items: number) =>
  rows.reduce<AnswerCounts>(addToAnswerCounts, noAnswerCounts(items))

test('who left an item out is not counted', () => {
  expect(
    countsOf(
      [
        [3, null],
        [null, null],
      ],
      2,
    ),
  ).toEqual(noAnswerCounts(2))
})

test('counts of other items are not added', () => {
  expect(() => mergeAnswerCounts([noAnswerCounts(1), noAnswerCounts(2)])).toThrow('same items')
  expect(() => addToAnswerCounts(noAnswerCounts(1), [1, 2])).toThrow('as many answers')
})

test('merged counts are those of one pass over everybody', () => {
  fc.assert(
    fc.property(arbitraryRows({ gaps: true }), fc.nat(), (rows, cut) => {
      const items = rows[0]?.length ?? 0
      const at = cut % rows.length
      const merged = mergeAnswerCounts([countsOf(rows.slice(0, at), items), countsOf(rows.slice(at), items)])
      expect(merged).toEqual(countsOf(rows, items))
    }),
  )
})
