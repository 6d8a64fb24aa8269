import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tallyOf, twoScales, unit } from '../test/wave.ts'
import { Tally } from './tally.ts'
import { treeOf } from './tree.ts'

const scale = 0
const single = 1

test('reversed items are turned before they are added, and a scale is the sum of its items', () => {
  const tally = tallyOf([
    unit('all', null, [
      [6, 2, 5],
      [7, 4, 3],
    ]),
  ])
  // Distances from 1: item one 5 and 6; item two reversed 5 and 3; their sums 10 and 9.
  expect(tally.sumsOf(0, scale, 0)).toMatchObject({ n: 2, sum: 19, sumOfSquares: 181, divisor: 2 })
  expect(tally.sumsOf(0, scale, 1)).toMatchObject({ n: 2, sum: 11, divisor: 1 })
  expect(tally.sumsOf(0, scale, 2)).toMatchObject({ n: 2, sum: 8 })
  expect(tally.sumsOf(0, single, 0)).toMatchObject({ n: 2, sum: 6, favourable: 1 })
})

test('who leaves out an item of a scale does not count for the scale, nor for its other items', () => {
  const tally = tallyOf([
    unit('all', null, [
      [6, null, 5],
      [null, null, null],
    ]),
  ])
  expect(tally.respondents[0]).toBe(1)
  expect(tally.sumsOf(0, scale, 1).n).toBe(0)
  expect(tally.sumsOf(0, single, 0).n).toBe(1)
})

test('a scale score is favourable from the same point as its items', () => {
  // 5 and reversed 3 (= 5): mean 5, just favourable; 5 and reversed 4 (= 4): 4.5, not.
  expect(
    tallyOf([
      unit('all', null, [
        [5, 3, 1],
        [5, 4, 1],
      ]),
    ]).sumsOf(0, scale, 0).favourable,
  ).toBe(1)
})

test('decimal answers inside the range are counted as they are', () => {
  expect(tallyOf([unit('all', null, [[1.5, 7, 2.25]])]).sumsOf(0, single, 0).sum).toBe(1.25)
})

test('answers by item id count like answers by position', () => {
  const tally = new Tally(['all'], twoScales)
  tally.addById('all', { s1: 6, s2: 2, o1: null })
  expect(tally.sumsOf(0, scale, 0).sum).toBe(10)
  expect(tally.sumsOf(0, single, 0).n).toBe(0)
  expect(() => tally.addById('nowhere', {})).toThrow()
})

const answer = fc.option(fc.integer({ min: 1, max: 7 }))
const responses = fc.array(fc.tuple(answer, answer, answer), { maxLength: 30 })
const everything = (tally: Tally) => [
  [...tally.respondents],
  [...tally.complete],
  tally.units.flatMap((_, u) =>
    tally.blocks.flatMap((block, b) => block.measures.map((_, m) => tally.sumsOf(u, b, m))),
  ),
]

test('merged tallies and shuffled responses give the same counts', () => {
  fc.assert(
    fc.property(responses, responses, (a, b) => {
      const merged = tallyOf([unit('all', null, a)])
      merged.merge(tallyOf([unit('all', null, b)]))
      const together = tallyOf([unit('all', null, [...b, ...a].reverse())])
      expect(everything(merged)).toEqual(everything(together))
    }),
  )
})

test('a unit rolled up holds everything below it', () => {
  const units = [unit('a', 'all', [[6, 2, 5]]), unit('all', null), unit('b', 'a', [[7, 1, 4]])]
  const whole = tallyOf(units).rolledUp(treeOf(units))
  expect([...whole.respondents]).toEqual([2, 2, 1])
  expect(whole.sumsOf(1, scale, 0)).toEqual(
    tallyOf([
      unit('x', null, [
        [6, 2, 5],
        [7, 1, 4],
      ]),
    ]).sumsOf(0, scale, 0),
  )
})
