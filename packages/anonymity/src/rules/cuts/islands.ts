import type { Tree } from '../../tree.ts'
import type { FinestGroups } from './finest-groups.ts'

/**
 * Cuts the tree into islands of at most `most` groups where that is possible: a unit with what is below it while it fits, else
 * neighbours below the same unit together; a unit's own people always stay together. What is proved within one island holds
 * for the whole, and work grows with the cube of an island, so with islands it is linear in people.
 * @returns per unit the number of the island in which its own people are
 */
export function cutIntoIslands(tree: Tree, groups: FinestGroups, most: number): Int32Array {
  const open = new Int32Array(tree.ids.length)
  for (const unit of groups.unit) open[unit] = (open[unit] ?? 0) + 1
  const children: number[][] = tree.ids.map(() => [])
  for (const unit of tree.order) children[tree.parent[unit] ?? -1]?.push(unit)
  /** The unit whose island a unit belongs to; itself where it leads one. */
  const leader = Int32Array.from(tree.parent.keys())

  for (let i = tree.order.length - 1; i >= 0; i--) {
    const unit = tree.order[i] ?? 0
    const parts: { leader: number; size: number }[] = []
    for (const child of children[unit] ?? []) {
      const part = parts.at(-1)
      const size = open[child] ?? 0
      if (part && part.size + size <= most) {
        leader[child] = part.leader
        part.size += size
      } else parts.push({ leader: child, size })
    }
    const smallest = parts.reduce((a, b) => (b.size < a.size ? b : a), { leader: -1, size: most + 1 })
    if (smallest.size + (open[unit] ?? 0) > most) continue
    leader[smallest.leader] = unit
    open[unit] = (open[unit] ?? 0) + smallest.size
  }

  // Parents come first, and a leader is an earlier neighbour or the parent: its number is known already.
  const island = new Int32Array(tree.ids.length).fill(-1)
  let islands = 0
  for (const unit of tree.order) {
    const of = leader[unit] ?? unit
    if (of === unit) island[unit] = islands++
    else island[unit] = island[of] ?? -1
  }
  return island
}
