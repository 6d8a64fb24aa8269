import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tallyOf as countsOf, type TestUnit, twoScales, unit } from '../test/wave.ts'
import { GroupTally } from './group-tally.ts'
import { Tally } from './tally.ts'
import { treeOf } from './tree.ts'

const tallyOf = (units: TestUnit[]): Tally => countsOf(units).tally

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
  const counts = new GroupTally(['all'], twoScales)
  counts.addById('all', { s1: 6, s2: 2, o1: null })
  expect(counts.tally.sumsOf(0, scale, 0).sum).toBe(10)
  expect(counts.tally.sumsOf(0, single, 0).n).toBe(0)
  expect(() => counts.addById('nowhere', {})).toThrow()
})

const answer = fc.option(fc.integer({ min: 1, max: 7 }))
const responses = fc.array(fc.tuple(answer, answer, answer), { maxLength: 30 })
const everything = (tally: Tally) => [
  [...tally.respondents],
  tally.blocks.map((_, block) => [...tally.completeIn(block)]),
  tally.units.flatMap((_, u) =>
    tally.blocks.flatMap((block, b) =>
      block.measures.map((_, m) => [tally.sumsOf(u, b, m), tally.answersOf(u, b, m)]),
    ),
  ),
]

test('rows added up and shuffled responses give the same counts', () => {
  fc.assert(
    fc.property(responses, responses, (a, b) => {
      const units = [unit('all', null, a), unit('below', 'all', b)]
      const sum = countsOf(units).sumsWhere(['both'], (_, add) => add(0))
      const together = countsOf([unit('both', null, [...b, ...a].reverse())]).sumsWhere(['both'], (_, add) =>
        add(0),
      )
      expect(everything(sum)).toEqual(everything(together))
    }),
  )
})

test('how often each answer was given is counted, turned so that high is good', () => {
  const tally = tallyOf([
    unit('all', null, [
      [6, 2, 5],
      [6, 1, 5],
      [1, 7, 1],
    ]),
  ])
  expect(tally.answersOf(0, scale, 0)).toBe(null)
  expect(tally.answersOf(0, scale, 1)).toEqual([1, 0, 0, 0, 0, 2, 0])
  expect(tally.answersOf(0, scale, 2)).toEqual([1, 0, 0, 0, 0, 1, 1])
  expect(tally.answersOf(0, single, 0)).toEqual([1, 0, 0, 0, 2, 0, 0])
})

test('counters of scores count like the responses they come from', () => {
  const answered = tallyOf([
    unit('all', null, [
      [6, 2, 5],
      [7, 4, 3],
      [2, 2, null],
    ]),
  ])
  const counted = new Tally(['all'], twoScales)
  const scores = new Map([
    [
      'safety',
      [
        { distance: 10, times: 1 },
        { distance: 9, times: 1 },
        { distance: 6, times: 1 },
      ],
    ],
    [
      's1',
      [
        { distance: 5, times: 1 },
        { distance: 6, times: 1 },
        { distance: 1, times: 1 },
      ],
    ],
    [
      's2',
      [
        { distance: 5, times: 2 },
        { distance: 3, times: 1 },
      ],
    ],
    [
      'o1',
      [
        { distance: 4, times: 1 },
        { distance: 2, times: 1 },
      ],
    ],
  ])
  counted.addCounted(0, {
    respondents: 3,
    complete: new Map([
      ['safety', 3],
      ['o1', 2],
    ]),
    scores,
  })
  expect(everything(counted)).toEqual(everything(answered))
})

test('a tally grows with the rows it meets', () => {
  const grown = new Tally([], twoScales)
  for (let row = 0; row < 300; row++) grown.add(grown.ensureUnit(`row ${row}`), [6, 2, 5])
  expect(grown.ensureUnit('row 7')).toBe(7)
  expect(grown.respondents).toHaveLength(300)
  expect(grown.sumsOf(299, scale, 0)).toMatchObject({ n: 1, sum: 10 })
})

test('a unit rolled up holds everything below it', () => {
  const units = [unit('a', 'all', [[6, 2, 5]]), unit('all', null), unit('b', 'a', [[7, 1, 4]])]
  const whole = countsOf(units).ownSums().rollUp(treeOf(units))
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
