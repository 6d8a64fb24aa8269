import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostMoves } from './most-moves.ts'

test('as many move as can, also where somebody else has to make room', () => {
  const moves = [
    { from: 0, to: 2, most: 1 },
    { from: 0, to: 1, most: 1 },
    { from: 1, to: 2, most: 1 },
  ]
  expect([...mostMoves(moves, Int32Array.of(1, 1, 0), Int32Array.of(0, 1, 1))]).toEqual([0, 1, 1])
})

const group = fc.nat(2)
const possible = fc.record({
  moves: fc.uniqueArray(fc.record({ from: group, to: group, most: fc.integer({ min: 1, max: 2 }) }), {
    selector: ({ from, to }) => 3 * from + to,
    maxLength: 6,
  }),
  gone: fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }),
  come: fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }),
})

test('no way to try out all numbers moves more, and nobody moves twice', () => {
  fc.assert(
    fc.property(possible, ({ moves, gone, come }) => {
      const isAllowed = (people: readonly number[]) =>
        gone.every((most, at) => sum(people.filter((_, i) => moves[i]?.from === at)) <= most) &&
        come.every((most, at) => sum(people.filter((_, i) => moves[i]?.to === at)) <= most)
      const greatest = Math.max(...everyNumber(moves).filter(isAllowed).map(sum))
      const found = [...mostMoves(moves, Int32Array.from(gone), Int32Array.from(come))]
      expect(found.every((people, i) => people >= 0 && people <= (moves[i]?.most ?? 0))).toBe(true)
      expect(isAllowed(found)).toBe(true)
      expect(sum(found)).toBe(greatest)
    }),
    { numRuns: 300 },
  )
})

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0)
}

function everyNumber([move, ...others]: readonly { most: number }[]): number[][] {
  if (!move) return [[]]
  const rest = everyNumber(others)
  return Array.from({ length: move.most + 1 }, (_, people) => people).flatMap((people) =>
    rest.map((one) => [people, ...one]),
  )
}
