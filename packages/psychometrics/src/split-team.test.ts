import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitTeam } from './split-team.ts'

const seven = { min: 1, max: 7 }
const found = (scores: [number, number][]) => {
  const split = splitTeam(new Map(scores), seven)
  if (!split.ok) throw new Error(split.error.code)
  return split.value
}

test('nobody, and one person, cannot be split', () => {
  expect(splitTeam(new Map(), seven)).toEqual({ ok: false, error: { code: 'no-answers' } })
  expect(splitTeam(new Map([[4, 1]]), seven)).toEqual({ ok: false, error: { code: 'one-answer' } })
})

test('a team that agrees is not split, wherever it stands', () => {
  for (const score of [1, 4, 7])
    expect(found([[score, 9]])).toMatchObject({ wide: false, twoEnds: false, split: false })
})

test('half at each end is split both ways, and the sides are named', () => {
  const split = found([
    [1, 5],
    [7, 4],
  ])
  expect(split).toMatchObject({ wide: true, twoEnds: true, sides: { below: 5, middle: 0, above: 4 } })
})

test('two near camps are seen though the deviation is within its limit', () => {
  expect(
    found([
      [3, 5],
      [5, 5],
    ]),
  ).toMatchObject({ wide: false, twoEnds: true, split: true })
})

test('one person who stands apart does not make a camp', () => {
  expect(
    found([
      [1, 1],
      [6, 8],
    ]),
  ).toMatchObject({ split: false })
})

test('people evenly over the scale are wide apart and not in camps', () => {
  expect(
    found([
      [1, 2],
      [2, 2],
      [3, 2],
      [4, 7],
      [5, 2],
      [6, 2],
      [7, 2],
    ]),
  ).toMatchObject({ twoEnds: false })
  expect(found([1, 2, 3, 4, 5, 6, 7].map((score) => [score, 1]))).toMatchObject({ wide: true })
})

test('turned round, a team is split the same way with its sides exchanged; everybody stands somewhere', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 30 }), (scores) => {
      const count = (values: number[]): [number, number][] =>
        [...new Set(values)].map((value) => [value, values.filter((one) => one === value).length])
      const one = found(count(scores))
      const turned = found(count(scores.map((score) => 8 - score)))
      expect([turned.twoEnds, turned.sides]).toEqual([
        one.twoEnds,
        { below: one.sides.above, middle: one.sides.middle, above: one.sides.below },
      ])
      expect(turned.averageDeviation).toBeCloseTo(one.averageDeviation, 12)
      expect(one.sides.below + one.sides.middle + one.sides.above).toBe(scores.length)
    }),
  )
})
