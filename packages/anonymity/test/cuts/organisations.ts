import fc from 'fast-check'
import type { HeadCounts } from '../../src/head-counts.ts'
import type { Family } from '../../src/rules/cut-protection.ts'
import { protectTree } from '../../src/rules/tree-protection.ts'
import { rollUp, type Tree, treeOf } from '../../src/tree.ts'

/**
 * @param parents the unit above unit i + 1; unit 0 is the root
 * @param sizes how many categories each attribute has
 * @param groups unit, category of each attribute (-1 = none), people
 */
export function organisation(
  parents: readonly number[],
  sizes: readonly number[],
  groups: readonly (readonly number[])[],
): { tree: Tree; heads: HeadCounts } {
  return {
    tree: treeOf(
      [-1, ...parents].map((above, i) => ({
        id: `unit ${i}`,
        parent: above === -1 ? null : `unit ${above}`,
      })),
    ),
    heads: {
      attributes: sizes.map((size, i) => ({
        name: `attribute ${i}`,
        categories: Array.from({ length: size }, (_, category) => `category ${category}`),
      })),
      unit: Int32Array.from(groups, (group) => group[0] ?? 0),
      category: Int32Array.from(groups.flatMap((group) => group.slice(1, -1))),
      count: Uint32Array.from(groups, (group) => group.at(-1) ?? 0),
    },
  }
}

/** Units that R3 shows for everybody. */
export function unitsShown(tree: Tree, heads: HeadCounts, k: number): Uint8Array {
  const own = new Uint32Array(tree.ids.length)
  for (const [group, unit] of heads.unit.entries()) own[unit] = (own[unit] ?? 0) + (heads.count[group] ?? 0)
  const enough = rollUp(Uint32Array.from(own), 1, tree).map((count) => (count >= k ? 1 : 0))
  return protectTree(tree, own, k, Uint8Array.from(enough))
}

/**
 * Organisations made to leak: few units, people scattered over them, small groups, two or three attributes that overlap, rare
 * categories, people without a category, a crossing beside its margins, and thresholds as low as they can be.
 */
export function nastyOrganisations(most: { groups: number; units: number; people: number }) {
  return fc
    .record({
      k: fc.integer({ min: 2, max: 5 }),
      above: fc.array(fc.nat(), { maxLength: most.units - 1 }),
      sizes: fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 3 }),
      scattered: fc.array(
        fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: most.people })),
        { minLength: Math.floor(most.groups / 2), maxLength: most.groups },
      ),
      none: fc.integer({ min: 0, max: 1 }),
      crossing: fc.boolean(),
      rare: fc.boolean(),
    })
    .map(({ k, above, sizes, scattered, none, crossing, rare }) => {
      const parents = above.map((value, i) => value % (i + 1))
      const groups = scattered.map(([unit, a, b, c, count]) => [
        unit % (parents.length + 1),
        ...[a, b, c]
          .slice(0, sizes.length)
          .map((value, i) => (value % ((rare ? 5 : 0) + (sizes[i] ?? 1) + none)) - none)
          .map((value, i) => Math.min(value, (sizes[i] ?? 1) - 1)),
        count,
      ])
      const families: Family[] = sizes.map((_, attribute) => ({ attributes: [attribute], threshold: k }))
      if (crossing && sizes.length > 1) families.push({ attributes: [1, 0], threshold: k })
      return { k, parents, sizes, groups, families }
    })
}
