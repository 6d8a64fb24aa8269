import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HeadCounts } from '../../src/head-counts.ts'
import { type Family, protectCuts } from '../../src/rules/cut-protection.ts'
import { protectTree } from '../../src/rules/tree-protection.ts'
import { rollUp, type Tree, treeOf } from '../../src/tree.ts'
import { smallCombination } from './small-combinations.ts'

/** Groups as [unit, category of each attribute..., people]; sizes: categories of each attribute. */
function organisation(parents: readonly number[], sizes: readonly number[], groups: readonly number[][]) {
  const tree = treeOf(
    [-1, ...parents].map((above, i) => ({ id: `u${i}`, parent: above === -1 ? null : `u${above}` })),
  )
  const heads: HeadCounts = {
    attributes: sizes.map((size, i) => ({
      name: `a${i}`,
      categories: Array.from({ length: size }, (_, c) => `c${c}`),
    })),
    unit: Int32Array.from(groups, (group) => group[0] ?? 0),
    category: Int32Array.from(groups.flatMap((group) => group.slice(1, -1))),
    count: Uint32Array.from(groups, (group) => group.at(-1) ?? 0),
  }
  return { tree, heads }
}

function unitsShown(tree: Tree, heads: HeadCounts, k: number): Uint8Array {
  const own = new Uint32Array(tree.ids.length)
  heads.unit.forEach((unit, group) => {
    own[unit] = (own[unit] ?? 0) + (heads.count[group] ?? 0)
  })
  const counts = rollUp(Uint32Array.from(own), 1, tree)
  return protectTree(
    tree,
    own,
    k,
    Uint8Array.from(counts, (count) => (count >= k ? 1 : 0)),
  )
}

const nasty = fc
  .record({
    k: fc.integer({ min: 2, max: 5 }),
    parents: fc.array(fc.nat(), { maxLength: 4 }),
    sizes: fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 3 }),
    people: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 0, max: 6 })), {
      minLength: 4,
      maxLength: 16,
    }),
    none: fc.boolean(),
    crossing: fc.boolean(),
    fill: fc.boolean(),
  })
  .map(({ k, parents, sizes, people, none, crossing, fill }) => {
    const above = parents.map((value, i) => value % (i + 1))
    const groups = people.map(([unit, a, b, c, count]) => [
      unit % (above.length + 1),
      ...[a, b, c]
        .slice(0, sizes.length)
        .map((value, i) => (value % ((sizes[i] ?? 1) + (none ? 1 : 0))) - (none ? 1 : 0)),
      count,
    ])
    const families: Family[] = sizes.map((_, attribute) => ({ attributes: [attribute], threshold: k }))
    if (crossing && sizes.length > 1) families.push({ attributes: [0, 1], threshold: k })
    return { k, above, sizes, groups, families, fill }
  })

test('no combination of shown cells, with any coefficients, touches 1 to k - 1 people', () => {
  fc.assert(
    fc.property(nasty, ({ k, above, sizes, groups, families, fill }) => {
      const { tree, heads } = organisation(above, sizes, groups)
      const shownUnits = unitsShown(tree, heads, k)
      const shown = protectCuts({ tree, heads, shownUnits, families, k, fill })
      expect(smallCombination(tree, heads, shownUnits, families, shown, k)).toBeNull()
    }),
    { numRuns: Number(process.env.RUNS ?? 500) },
  )
})
