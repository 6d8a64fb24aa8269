import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testAgainstOracle } from '../test/oracle.ts'
import { benjaminiHochberg } from './benjamini-hochberg.ts'

test('no comparisons, or none that could be made, adjust to nothing', () => {
  expect(benjaminiHochberg([])).toEqual([])
  expect(benjaminiHochberg([null, null])).toEqual([null, null])
})

test('a single comparison keeps its p', () => {
  expect(benjaminiHochberg([null, 0.03])).toEqual([null, 0.03])
})

const pValues = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })))

test('adjusting never makes a p smaller or more than 1, keeps the order, and leaves missing ones missing', () => {
  fc.assert(
    fc.property(pValues, (p) => {
      const adjusted = benjaminiHochberg(p)
      const pairs = p.map((value, i) => [value, adjusted[i] ?? null] as const)
      for (const [before, after] of pairs) {
        expect(after === null).toBe(before === null)
        if (before === null || after === null) continue
        expect(after).toBeGreaterThanOrEqual(before)
        expect(after).toBeLessThanOrEqual(1)
      }
      const tested = pairs.flatMap(([a, b]) => (a === null || b === null ? [] : [[a, b] as const]))
      for (const [a, b] of tested) for (const [c, d] of tested) if (a < c) expect(b).toBeLessThanOrEqual(d)
    }),
  )
})

test('missing ones change nothing for the others', () => {
  fc.assert(
    fc.property(pValues, (p) => {
      const without = p.filter((value) => value !== null)
      expect(benjaminiHochberg(p).filter((value) => value !== null)).toEqual(benjaminiHochberg(without))
    }),
  )
})

testAgainstOracle<
  { p: (number | null)[]; q: number },
  { adjusted: (number | null)[]; tested: number; rejected_1based: number[] }
>('benjamini_hochberg', ({ input, expected }, near) => {
  const adjusted = benjaminiHochberg(input.p)
  expect(adjusted.length).toBe(expected.adjusted.length)
  adjusted.forEach((value, i) => {
    near(value, expected.adjusted[i] ?? null)
  })
  const called = adjusted.flatMap((value, i) => (value !== null && value <= input.q ? [i + 1] : []))
  expect(called).toEqual(expected.rejected_1based)
})
