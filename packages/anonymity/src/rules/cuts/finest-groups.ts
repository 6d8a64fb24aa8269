import type { HeadCounts } from '../../head-counts.ts'
import type { Tree } from '../../tree.ts'
import type { Family } from './family.ts'

/**
 * The head counts as the rules for cuts need them: one group for all people with the same unit and the same category in
 * every family, nobody missing and no group empty, units in depth-first order, so that everybody in and below a unit
 * stands in one piece, and the order in which the counts came cannot matter.
 */
export type FinestGroups = {
  readonly unit: Int32Array
  readonly count: Uint32Array
  /** Per family, per group: category, -1 = none. */
  readonly category: readonly Int32Array[]
  /** Per unit: its people and those of all units below stand in from[unit] .. to[unit] - 1. */
  readonly from: Int32Array
  readonly to: Int32Array
}

export function finestGroups(tree: Tree, heads: HeadCounts, families: readonly Family[]): FinestGroups {
  const { position, end } = depthFirst(tree)
  const width = heads.attributes.length
  const inFamily = families.map((family) =>
    Int32Array.from(heads.unit, (_, group) =>
      family.attributes.reduce((number, attribute) => {
        const category = heads.category[group * width + attribute] ?? -1
        if (number === -1 || category === -1) return -1
        return number * (heads.attributes[attribute]?.categories.length ?? 0) + category
      }, 0),
    ),
  )
  const compare = (a: number, b: number): number => {
    const units = (position[heads.unit[a] ?? 0] ?? 0) - (position[heads.unit[b] ?? 0] ?? 0)
    if (units !== 0) return units
    for (const category of inFamily) {
      const difference = (category[a] ?? 0) - (category[b] ?? 0)
      if (difference !== 0) return difference
    }
    return 0
  }
  const sorted = Array.from(heads.unit.keys())
    .filter((group) => (heads.count[group] ?? 0) > 0)
    .sort(compare)
  const firsts: number[] = []
  const counts: number[] = []
  for (const group of sorted) {
    const last = firsts.at(-1)
    if (last === undefined || compare(last, group) !== 0) {
      firsts.push(group)
      counts.push(0)
    }
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + (heads.count[group] ?? 0)
  }

  const starts = new Int32Array(tree.ids.length + 1)
  for (const group of firsts) {
    const next = (position[heads.unit[group] ?? 0] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  return {
    unit: Int32Array.from(firsts, (group) => heads.unit[group] ?? 0),
    count: Uint32Array.from(counts),
    category: inFamily.map((category) => Int32Array.from(firsts, (group) => category[group] ?? -1)),
    from: position.map((at) => starts[at] ?? 0),
    to: end.map((at) => starts[at] ?? 0),
  }
}

/** Per unit its place when every unit is followed by all units below it, and the place after the last of them. */
function depthFirst(tree: Tree): { position: Int32Array; end: Int32Array } {
  const size = new Int32Array(tree.ids.length).fill(1)
  for (let i = tree.order.length - 1; i > 0; i--) {
    const unit = tree.order[i] ?? 0
    const parent = tree.parent[unit] ?? 0
    size[parent] = (size[parent] ?? 0) + (size[unit] ?? 0)
  }
  const position = new Int32Array(tree.ids.length)
  const nextFree = new Int32Array(tree.ids.length)
  for (const [i, unit] of tree.order.entries()) {
    if (i > 0) {
      const parent = tree.parent[unit] ?? 0
      position[unit] = nextFree[parent] ?? 0
      nextFree[parent] = (nextFree[parent] ?? 0) + (size[unit] ?? 0)
    }
    nextFree[unit] = (position[unit] ?? 0) + 1
  }
  return { position, end: position.map((at, unit) => at + (size[unit] ?? 0)) }
}
