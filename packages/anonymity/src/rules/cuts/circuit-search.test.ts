import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findNewSmallSum } from './circuit-search.ts'
import { KnownSums } from './known-sums.ts'
import { SignedSearch } from './signed-search.ts'

function knownAfter(columns: number, cells: readonly (readonly number[])[]): KnownSums {
  const known = KnownSums.nothing(columns, cells.length + 1)
  for (const cell of cells) known.add(cell)
  return known
}

test('2a + 2b + 2c + d: the quick search misses it, the complete one finds it', () => {
  const [a, b, c, d, ab, bc, ac] = [0, 1, 2, 3, 4, 5, 6]
  const people = Uint32Array.of(1, 1, 1, 1, 20, 20, 20)
  const before = knownAfter(7, [
    [a, b, ab],
    [b, c, bc],
    [a, c, ac],
  ])
  const last = [ab, bc, ac, d]
  expect(new SignedSearch(before, people, 5).finds(last)).toBe(false)
  const now = before.copy()
  now.add(last)
  expect(findNewSmallSum(before, now, people, 5)).toMatchObject({ columns: [a, b, c, d] })
  expect(findNewSmallSum(before, now, people, 4)).toBeNull()
  expect(findNewSmallSum(now, now, people, 5)).toBeNull()
})

test('where everything is known already, nothing new is found', () => {
  const all = knownAfter(3, [[0], [1], [2]])
  expect(findNewSmallSum(all, all, Uint32Array.of(1, 1, 1), 5)).toBeNull()
})

const columns = 7
const cells = (most: number) =>
  fc.array(fc.uniqueArray(fc.integer({ min: 0, max: columns - 1 }), { minLength: 1 }), { maxLength: most })

test('with any coefficients: finds a small sum exactly when fractions say that there is a new one', () => {
  fc.assert(
    fc.property(
      cells(5),
      cells(3),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: columns, maxLength: columns }),
      fc.integer({ min: 2, max: 5 }),
      (old, added, weights, k) => {
        const before = knownAfter(columns, old)
        const now = knownAfter(columns, [...old, ...added])
        const found = findNewSmallSum(before, now, Uint32Array.from(weights), k)
        let expected = false
        for (let bits = 1; bits < 2 ** columns; bits++) {
          const total = weights.reduce((sum, weight, i) => ((bits >> i) & 1 ? sum + weight : sum), 0)
          if (total < k && sumsWithin(bits, [...old, ...added]) > sumsWithin(bits, old)) expected = true
        }
        expect(found !== null).toBe(expected)
      },
    ),
    { numRuns: 2000 },
  )
})

test('the quick search never overlooks a small sum with coefficients 1 and -1, and alarms only about small sums', () => {
  fc.assert(
    fc.property(
      cells(5),
      fc.uniqueArray(fc.integer({ min: 0, max: columns - 1 }), { minLength: 1 }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: columns, maxLength: columns }),
      fc.integer({ min: 2, max: 5 }),
      (old, cell, weights, k) => {
        const before = knownAfter(columns, old)
        const found = new SignedSearch(before, Uint32Array.from(weights), k).finds(cell)
        let signed = false
        for (let code = 0; code < 3 ** columns; code++) {
          const signs = weights.map((_, i) => (Math.floor(code / 3 ** i) % 3) - 1)
          const total = weights.reduce((sum, weight, i) => (signs[i] === 0 ? sum : sum + weight), 0)
          if (total >= k) continue
          const rest = signs.map((sign, i) => (cell.includes(i) ? 1 : 0) - sign)
          if (rank([...old.map(indicator), rest]) === rank(old.map(indicator))) signed = true
        }
        if (signed) expect(found).toBe(true)
        if (found) {
          let small = rank([...old.map(indicator), indicator(cell)]) === rank(old.map(indicator))
          for (let bits = 1; bits < 2 ** columns; bits++) {
            const total = weights.reduce((sum, weight, i) => ((bits >> i) & 1 ? sum + weight : sum), 0)
            if (total < k && sumsWithin(bits, [...old, cell]) > sumsWithin(bits, old)) small = true
          }
          expect(small).toBe(true)
        }
      },
    ),
    { numRuns: 100 },
  )
})

/** Dimension of what is known about these columns alone: rank of all minus rank of what is left without them. */
function sumsWithin(bits: number, known: readonly (readonly number[])[]): number {
  const rows = known.map(indicator)
  return rank(rows) - rank(rows.map((row) => row.map((value, i) => ((bits >> i) & 1 ? 0 : value))))
}

function indicator(cell: readonly number[]): number[] {
  return Array.from({ length: columns }, (_, i) => (cell.includes(i) ? 1 : 0))
}

/** By elimination without fractions. */
function rank(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => row.map((value) => BigInt(value)))
  let found = 0
  for (let column = 0; column < columns; column++) {
    const at = left.findIndex((row, i) => i >= found && row[column] !== 0n)
    const pivot = left[at]
    if (!pivot) continue
    left[at] = left[found] ?? pivot
    left[found] = pivot
    for (let i = found + 1; i < left.length; i++) {
      const row = left[i] ?? []
      const factor = row[column] ?? 0n
      left[i] = row.map((value, j) => value * (pivot[column] ?? 0n) - (pivot[j] ?? 0n) * factor)
    }
    found++
  }
  return found
}
