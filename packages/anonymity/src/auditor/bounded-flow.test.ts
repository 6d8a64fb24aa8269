import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BoundedFlow, sink, source } from './bounded-flow.ts'

type Way = { from: number; into: number; lo: number; hi: number }

/** Two cells of an earlier wave, two of this one, and people on some of the ways between them. */
const network = fc.record({
  cells: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 4, maxLength: 4 }),
  ways: fc.array(
    fc.record({
      from: fc.integer({ min: -1, max: 1 }),
      into: fc.integer({ min: -1, max: 1 }),
      lo: fc.nat(2),
      hi: fc.nat(4),
    }),
    { minLength: 1, maxLength: 4 },
  ),
})

test('what a way can carry is exactly what trying out all amounts finds', () => {
  fc.assert(
    fc.property(network, ({ cells, ways }) => {
      const bounds = cells.map(([a, b]) => ({ lo: Math.min(a, b), hi: Math.max(a, b) }))
      const routes = ways.map((way) => ({ ...way, hi: Math.max(way.lo, way.hi) }))
      const flow = new BoundedFlow(6)
      bounds.forEach(({ lo, hi }, cell) => {
        if (cell < 2) flow.edge(source, 2 + cell, lo, hi)
        else flow.edge(2 + cell, sink, lo, hi)
      })
      for (const { from, into, lo, hi } of routes)
        flow.edge(from === -1 ? source : 2 + from, into === -1 ? sink : 4 + into, lo, hi)
      const solutions = amounts(routes).filter((amount) =>
        bounds.every(({ lo, hi }, cell) => {
          const sum = routes.reduce(
            (total, way, i) =>
              total + ((cell < 2 ? way.from === cell : way.into === cell - 2) ? (amount[i] ?? 0) : 0),
            0,
          )
          return lo <= sum && sum <= hi
        }),
      )
      expect(flow.isPossible()).toBe(solutions.length > 0)
      if (solutions.length === 0) return
      routes.forEach((_, i) => {
        const seen = solutions.map((amount) => amount[i] ?? 0)
        expect(flow.range(bounds.length + i + 1)).toEqual({ lo: Math.min(...seen), hi: Math.max(...seen) })
      })
    }),
    { numRuns: 300 },
  )
})

test('the edges that keep another from carrying more are named', () => {
  const flow = new BoundedFlow(4)
  flow.edge(source, 2, 0, 3)
  flow.edge(2, 3, 0, 9)
  flow.edge(3, sink, 0, 7)
  expect(flow.isPossible()).toBe(true)
  const limits = new Set<number>()
  expect(flow.range(2, (edge) => limits.add(edge))).toEqual({ lo: 0, hi: 3 })
  expect([...limits]).toEqual([1])
})

test('an edge whose bounds are the wrong way round lets nothing flow', () => {
  const flow = new BoundedFlow(2)
  flow.edge(source, sink, 3, 2)
  expect(flow.isPossible()).toBe(false)
})

function amounts([way, ...others]: readonly Way[]): number[][] {
  if (!way) return [[]]
  const rest = amounts(others)
  return Array.from({ length: way.hi - way.lo + 1 }, (_, more) => way.lo + more).flatMap((amount) =>
    rest.map((one) => [amount, ...one]),
  )
}
