import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCountPossible, sumsOfCounts } from './answer-counts.ts'

/** All ways in which n people can give three answers so often as is told. */
function allCounts(few: readonly number[], many: readonly number[], n: number): number[][] {
  const ways: number[][] = []
  for (let a = few[0] ?? 0; a <= (many[0] ?? 0); a++)
    for (let b = few[1] ?? 0; b <= (many[1] ?? 0); b++)
      for (let c = few[2] ?? 0; c <= (many[2] ?? 0); c++) if (a + b + c === n) ways.push([a, b, c])
  return ways
}

const sumOf = (counts: readonly number[], min: number) =>
  counts.reduce((sum, count, i) => sum + count * (min + i), 0)

const bounds = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 3, maxLength: 3 })

test('sums and possible answers are those of all ways to count, written out', () => {
  fc.assert(
    fc.property(bounds, fc.integer({ min: 1, max: 7 }), fc.nat(20), fc.nat(6), (told, n, lo, width) => {
      const [few, many] = [told.map(([few]) => few), told.map(([, many]) => many)]
      const counts = { few: Int32Array.from(few), many: Int32Array.from(many) }
      const ways = allCounts(few, many, n)
      const sums = ways.map((way) => sumOf(way, 1))
      expect(sumsOfCounts(counts, n, 1)).toEqual(
        ways.length === 0 ? null : { lo: Math.min(...sums), hi: Math.max(...sums) },
      )
      const set = { n, lo, hi: lo + width }
      for (const answer of [1, 2, 3]) {
        const given = ways.filter((way) => (way[answer - 1] ?? 0) > 0).map((way) => sumOf(way, 1))
        // The auditor asks whether the two ranges meet, not whether every sum in between can be had.
        const reaches = given.length > 0 && Math.min(...given) <= set.hi && Math.max(...given) >= set.lo
        expect(isCountPossible(answer, counts, set, 1)).toBe(reaches)
      }
    }),
  )
})
