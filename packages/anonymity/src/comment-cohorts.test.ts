import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentCohorts } from './comment-cohorts.ts'

/** name -> [parent, people] */
function divide(tree: Record<string, readonly [parent: string | null, people: number]>, threshold = 10) {
  const units = Object.entries(tree).map(([id, [parent]]) => ({ id, parent, name: id }))
  const people = new Map(Object.entries(tree).map(([id, [, count]]) => [id, count]))
  return commentCohorts(units, people, threshold).map(({ unit, from, size }) => [unit, from.join('+'), size])
}

test('too few people, or nobody: nobody has a place for comments', () => {
  expect(divide({ top: [null, 0] })).toEqual([])
  expect(divide({ top: [null, 4], red: ['top', 5] })).toEqual([])
})

test('a team of ten keeps its place, one of nine goes to the unit above', () => {
  expect(divide({ top: [null, 12], red: ['top', 10], blue: ['top', 9] })).toEqual([
    ['red', 'red', 10],
    ['top', 'top+blue', 21],
  ])
})

test('three people left at the top take the smallest group with them', () => {
  expect(divide({ top: [null, 3], red: ['top', 15], blue: ['top', 11] })).toEqual([
    ['red', 'red', 15],
    ['top', 'top+blue', 14],
  ])
})

test('whatever the organisation: everybody has one place, in the own unit or above, among as many as the threshold', () => {
  const rows = fc.array(fc.record({ above: fc.nat(), people: fc.nat({ max: 14 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(rows, fc.integer({ min: 3, max: 12 }), (organisation, threshold) => {
      const units = organisation.map(({ above }, i) => ({
        id: `u${i}`,
        parent: i === 0 ? null : `u${above % i}`,
        name: `u${i}`,
      }))
      const people = new Map(organisation.map((row, i) => [`u${i}`, row.people]))
      const cohorts = commentCohorts(units, people, threshold)
      const parentOf = new Map(units.map(({ id, parent }) => [id, parent]))
      const isAtOrAbove = (unit: string, one: string | null | undefined): boolean =>
        one === unit || (one != null && isAtOrAbove(unit, parentOf.get(one)))
      for (const { unit, from, size } of cohorts) {
        expect(size).toBeGreaterThanOrEqual(threshold)
        for (const one of from) expect(isAtOrAbove(unit, one)).toBe(true)
      }
      const everybody = organisation.reduce((sum, row) => sum + row.people, 0)
      const placed = cohorts.reduce((sum, { size }) => sum + size, 0)
      expect(placed).toBe(everybody >= threshold ? everybody : 0)
      expect(new Set(cohorts.flatMap(({ from }) => from)).size).toBe(
        cohorts.flatMap(({ from }) => from).length,
      )
      expect(new Set(cohorts.map(({ unit }) => unit)).size).toBe(cohorts.length)
    }),
  )
})
