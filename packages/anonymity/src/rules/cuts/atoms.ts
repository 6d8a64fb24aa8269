import type { Tree } from '../../tree.ts'
import type { FinestGroups } from './finest-groups.ts'

/**
 * Atoms of a family: people who share the same innermost shown cell of it. The cells of a family nest or are disjoint, so
 * whatever is added and subtracted within the family says no more than a sum for every atom.
 * @returns per group the number of its cell (category * units + unit), -1 = in no shown cell (the ground)
 */
export function atomsOf(
  tree: Tree,
  groups: FinestGroups,
  category: Int32Array,
  shown: readonly Uint8Array[],
): Int32Array {
  const units = tree.ids.length
  const innermost = shown.map((inCategory) => {
    const cell = new Int32Array(units)
    for (const unit of tree.order)
      cell[unit] = inCategory[unit] === 1 ? unit : (cell[tree.parent[unit] ?? -1] ?? -1)
    return cell
  })
  return groups.unit.map((unit, group) => {
    const number = category[group] ?? -1
    const at = innermost[number]?.[unit] ?? -1
    return at === -1 ? -1 : number * units + at
  })
}

/** Everybody as the only category of a family: how the tree itself is one of the families. */
export function oneCategory(groups: FinestGroups): Int32Array {
  return new Int32Array(groups.unit.length)
}

/**
 * Blocks: people with the same atoms in all families so far. Any combination of the cells of these families is the same
 * number for everybody in a block.
 * @param blocks per group the block by the families before; all 0 when there was none
 */
export function refineBlocks(blocks: Int32Array, atoms: Int32Array): Int32Array {
  const kinds = atoms.reduce((most, atom) => Math.max(most, atom), -1) + 2
  const numbers = new Map<number, number>()
  return blocks.map((block, group) => {
    const key = block * kinds + (atoms[group] ?? -1) + 1
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  })
}

/** The groups of each block. */
export function membersOf(blocks: Int32Array): number[][] {
  const members: number[][] = []
  for (const [group, block] of blocks.entries()) {
    const before = members[block]
    if (before) before.push(group)
    else members[block] = [group]
  }
  return members
}
