import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinWellConnected } from './well-connected.ts'

test('no nodes, no clusters; nodes without edges stay alone', () => {
  expect([...joinWellConnected({ nodes: 0, from: [], to: [], weight: [] }, 4).cluster]).toEqual([])
  expect([...joinWellConnected({ nodes: 2, from: [], to: [], weight: [] }, 4).leaving]).toEqual([0, 0])
})

test('several thin edges between two nodes add up', () => {
  const graph = { nodes: 2, from: [0, 1, 0], to: [1, 0, 1], weight: [1, 2, 1.5] }
  expect([...joinWellConnected(graph, 4.5).cluster]).toEqual([0, 0])
  expect([...joinWellConnected(graph, 4.6).leaving]).toEqual([4.5, 4.5])
})

const smallGraph = fc.integer({ min: 1, max: 7 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    edges: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: nodes - 1 }),
        fc.integer({ min: 0, max: nodes - 1 }),
        fc.integer({ min: 1, max: 3 }),
      ),
      { maxLength: 16 },
    ),
    enough: fc.integer({ min: 1, max: 8 }),
  }),
)

test('a connected piece is left in several clusters exactly when some cut of it is lighter, and one of them is such a cut', () => {
  fc.assert(
    fc.property(smallGraph, ({ nodes, edges, enough }) => {
      const graph = {
        nodes,
        from: edges.map(([from]) => from),
        to: edges.map(([, to]) => to),
        weight: edges.map(([, , weight]) => weight),
      }
      const { cluster, leaving } = joinWellConnected(graph, enough)
      const cutWeight = (side: number): number =>
        edges.reduce((sum, [a, b, weight]) => (((side >> a) ^ (side >> b)) & 1 ? sum + weight : sum), 0)
      let lightCut = false
      let joinedAcross = false
      for (let side = 0; side < 2 ** nodes; side++) {
        const weight = cutWeight(side)
        if (weight === 0 || weight >= enough) continue
        lightCut = true
        for (let a = 0; a < nodes; a++)
          for (let b = 0; b < nodes; b++)
            if (((side >> a) & 1) !== ((side >> b) & 1) && cluster[a] === cluster[b]) joinedAcross = true
      }
      expect(joinedAcross).toBe(false)
      expect([...leaving].some((weight) => weight > 0)).toBe(lightCut)
      if (lightCut) expect([...leaving].some((weight) => weight > 0 && weight < enough)).toBe(true)
      for (const [number, weight] of leaving.entries()) {
        const side = [...cluster].reduce((bits, at, node) => (at === number ? bits | (1 << node) : bits), 0)
        expect(cutWeight(side)).toBe(weight)
      }
    }),
    { numRuns: 1000 },
  )
})
