import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findSmallCombination, type Kind } from './small-combinations.ts'

/** Rank over the rationals by fractions without rounding: entries stay whole (Bareiss). */
function rank(rows: readonly (readonly number[])[]): number {
  let matrix = rows.map((row) => row.map(BigInt))
  let last = 1n
  let found = 0
  const width = rows[0]?.length ?? 0
  for (let j = 0; j < width && matrix.length > 0; j++) {
    const at = matrix.findIndex((row) => row[j] !== 0n)
    const pivot = matrix[at]
    if (!pivot) continue
    const lead = pivot[j] ?? 1n
    matrix = matrix
      .filter((_, i) => i !== at)
      .map((row) => row.map((value, i) => (value * lead - (row[j] ?? 0n) * (pivot[i] ?? 0n)) / last))
    last = lead
    found++
  }
  return found
}

/** The definition, tried out on every set of kinds: without these columns the rank falls. */
function hasSmallCombination(kinds: readonly Kind[], threshold: number): boolean {
  const cells = Math.max(0, ...kinds.flatMap((kind) => kind.cells)) + 1
  const columns = kinds.map((kind) =>
    Array.from({ length: cells }, (_, c) => (kind.cells.includes(c) ? 1 : 0)),
  )
  const all = rank(columns)
  for (let set = 1; set < 2 ** kinds.length; set++) {
    const inside = kinds.filter((_, i) => (set >> i) & 1)
    if (inside.reduce((sum, { people }) => sum + people, 0) >= threshold) continue
    if (rank(columns.filter((_, i) => !((set >> i) & 1))) < all) return true
  }
  return false
}

/** Kinds in up to three families of cells; a family's cell may be missing (-1 is left out). */
const organisation = fc
  .array(
    fc.record({
      team: fc.integer({ min: -1, max: 3 }),
      tenure: fc.integer({ min: -1, max: 2 }),
      place: fc.integer({ min: -1, max: 2 }),
      people: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 6 })),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((rows): Kind[] =>
    rows.map(({ team, tenure, place, people }) => ({
      people,
      cells: [
        ...(team < 0 ? [] : [team]),
        ...(tenure < 0 ? [] : [4 + tenure]),
        ...(place < 0 ? [] : [7 + place]),
      ],
    })),
  )

test('what is found is exactly what trying out every set of people finds', () => {
  const seen = { safe: 0, found: 0 }
  fc.assert(
    fc.property(organisation, fc.integer({ min: 2, max: 5 }), (kinds, threshold) => {
      const { verdict } = findSmallCombination(kinds, threshold)
      expect(verdict).toBe(hasSmallCombination(kinds, threshold) ? 'found' : 'safe')
      if (verdict !== 'unproven') seen[verdict]++
    }),
    { numRuns: 1500 },
  )
  expect(Math.min(seen.safe, seen.found)).toBeGreaterThan(50)
})

test('with a higher threshold nothing unsafe is called safe', () => {
  fc.assert(
    fc.property(organisation, fc.integer({ min: 6, max: 12 }), (kinds, threshold) => {
      const { verdict } = findSmallCombination(kinds, threshold)
      if (hasSmallCombination(kinds, threshold)) expect(verdict).not.toBe('safe')
      else expect(verdict).not.toBe('found')
    }),
    { numRuns: 400 },
  )
})

test('what is found is a set of too few people that some combination touches alone', () => {
  // Team 0 and tenure 4 hold the same people but for one each.
  const kinds = [
    { cells: [0, 4], people: 8 },
    { cells: [0], people: 1 },
    { cells: [4], people: 1 },
  ]
  expect(findSmallCombination(kinds, 5)).toEqual({
    verdict: 'found',
    kinds: expect.toSatisfy((ids) => [...ids].sort().join() === '1,2'),
  })
})

test('coefficients other than plus and minus one are found: 2a + 2b + 2c + d', () => {
  // The values 2(a+b+c) - ... leave four single people; all others are many.
  const many = (cells: number[]) => ({ cells, people: 9 })
  const kinds = [
    many([0, 3]),
    many([1, 3]),
    many([2, 3]),
    many([0, 4]),
    many([1, 4]),
    { cells: [0, 5], people: 1 },
    { cells: [1, 5], people: 1 },
    { cells: [2, 4], people: 1 },
    { cells: [5], people: 1 },
  ]
  expect(findSmallCombination(kinds, 5).verdict).toBe(hasSmallCombination(kinds, 5) ? 'found' : 'safe')
})

test('nobody, and people whom no cell holds, are safe', () => {
  expect(findSmallCombination([], 5).verdict).toBe('safe')
  expect(findSmallCombination([{ cells: [], people: 1 }], 5).verdict).toBe('safe')
})
