import fc from 'fast-check'
import { expect, test } from 'vitest'
import { secureShuffle } from './secure-shuffle.ts'

test('nothing is lost and nothing is doubled', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (items) => {
      expect(secureShuffle([...items]).sort()).toEqual([...items].sort())
    }),
  )
})

test('every order of three comes up about equally often (chi-square below the 1-in-a-million line)', () => {
  const rounds = 6000
  const seen = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    const order = secureShuffle(['a', 'b', 'c']).join('')
    seen.set(order, (seen.get(order) ?? 0) + 1)
  }
  const expected = rounds / 6
  const chiSquare = [...seen.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  expect(seen.size).toBe(6)
  // Quantile of chi-square with 5 degrees of freedom at 1 - 1e-6, from R: qchisq(1 - 1e-6, 5).
  expect(chiSquare).toBeLessThan(35.89)
})
