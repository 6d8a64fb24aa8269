import { expect, test } from 'vitest'
import { treeOf } from '../../tree.ts'
import { finestGroups } from './finest-groups.ts'
import { cutIntoIslands } from './islands.ts'

function islands(parents: number[], peopleOf: number[], most: number): number[] {
  const tree = treeOf(
    [-1, ...parents].map((above, i) => ({ id: `${i}`, parent: above === -1 ? null : `${above}` })),
  )
  const unit = Int32Array.from(peopleOf.flatMap((people, at) => Array.from({ length: people }, () => at)))
  const heads = {
    attributes: [{ name: 'all different', categories: Array.from(unit, (_, i) => `${i}`) }],
    unit,
    category: Int32Array.from(unit.keys()),
    count: new Uint32Array(unit.length).fill(1),
  }
  return [...cutIntoIslands(tree, finestGroups(tree, heads, [{ attributes: [0], threshold: 2 }]), most)]
}

test('what fits is one island', () => {
  expect(islands([0, 0, 1], [1, 2, 3, 4], 10)).toEqual([0, 0, 0, 0])
  expect(islands([], [0], 10)).toEqual([0])
})

test('neighbours share an island while they fit; their manager joins the smallest', () => {
  const [manager, a, b, c, d] = islands([0, 0, 0, 0], [1, 4, 4, 4, 3], 9)
  expect(a).toBe(b)
  expect(c).toBe(d)
  expect(manager).toBe(c)
  expect(a).not.toBe(c)
})

test('a unit is never divided, even when it alone is too large', () => {
  const [root, large, small] = islands([0, 0], [1, 12, 2], 9)
  expect(root).toBe(small)
  expect(large).not.toBe(root)
})

test('a hundred thousand units in a chain and in a star take no time', () => {
  const many = 100_000
  expect(
    new Set(
      islands(
        Array.from({ length: many }, (_, i) => i),
        [1],
        300,
      ),
    ).size,
  ).toBe(1)
  expect(
    new Set(
      islands(
        Array.from({ length: many }, () => 0),
        [1],
        300,
      ),
    ).size,
  ).toBe(1)
})
