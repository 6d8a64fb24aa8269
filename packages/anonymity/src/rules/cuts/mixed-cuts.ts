import { rollUp, type Tree } from '../../tree.ts'
import { protectTree } from '../tree-protection.ts'
import { atomsOf, membersOf, oneCategory, refineBlocks } from './atoms.ts'
import type { Family } from './family.ts'
import type { FinestGroups } from './finest-groups.ts'
import { findWeaknesses, type Weakness } from './mixing-certificate.ts'

/**
 * Rule: attributes join the tree one after the other, most wanted first. Inside each category the units are chosen like in the
 * tree itself (rests 0 or at least k); then the mixing certificate must hold against everything shown so far. Where it
 * does not, the attribute is taken away from the deepest unit concerned, and all is tried again: fine cuts go first, and the
 * same counts always lose the same ones. Every round takes something away, in all branches of the tree at once, so
 * rounds are a few dozen; each costs O(units x categories x k^2 + groups).
 *
 * Crossings (families of several attributes) are left out: next to their own margins they can never pass the certificate.
 *
 * @param allowed per family and category, the units where the cell may be shown as far as other rules go
 * @returns the shown cells, nothing for crossings
 */
export function showMixedCuts(
  tree: Tree,
  groups: FinestGroups,
  shownUnits: Uint8Array,
  families: readonly Family[],
  allowed: readonly (readonly Uint8Array[])[],
  limits: { k: number; slack: number },
): Uint8Array[][] {
  const depth = depths(tree)
  const earlier = [atomsOf(tree, groups, oneCategory(groups), [shownUnits])]
  let blocks = refineBlocks(new Int32Array(groups.unit.length), earlier[0] ?? new Int32Array())

  return families.map((family, at) => {
    const left = (allowed[at] ?? []).map((units) => units.slice())
    if (family.attributes.length > 1) return left.map((units) => units.fill(0))
    const category = groups.category[at] ?? new Int32Array()
    const own = left.map((_, number) => ownPeople(tree, groups, category, number))
    const members = membersOf(blocks)
    for (let round = 1; ; round++) {
      if (round > mostRounds) for (const units of left) units.fill(0)
      const shown = left.map((units, number) => {
        if (!units.includes(1)) return units
        return protectTree(tree, own[number] ?? new Uint32Array(), limits.k, units)
      })
      const atoms = atomsOf(tree, groups, category, shown)
      const weak = findWeaknesses(groups, members, earlier, atoms, limits)
      if (weak.length === 0) {
        earlier.push(atoms)
        blocks = refineBlocks(blocks, atoms)
        return shown
      }
      takeAway(tree, depth, left, atoms, groups, weak)
    }
  })
}

/**
 * Real organisations need a few dozen. A chain of thousands of units could lose one in every round: then the attribute is not
 * shown rather than the closing of a wave held up.
 */
const mostRounds = 200

/** People of one category in each unit itself. */
function ownPeople(tree: Tree, groups: FinestGroups, category: Int32Array, number: number): Uint32Array {
  const own = new Uint32Array(tree.ids.length)
  for (const [group, unit] of groups.unit.entries())
    if (category[group] === number) own[unit] = (own[unit] ?? 0) + (groups.count[group] ?? 0)
  return own
}

/** People of each category in each unit, everything below included. */
export function peopleInCells(
  tree: Tree,
  groups: FinestGroups,
  category: Int32Array,
  categories: number,
): Uint32Array[] {
  return Array.from({ length: categories }, (_, number) =>
    rollUp(ownPeople(tree, groups, category, number), 1, tree),
  )
}

/**
 * Thin mixing: the attribute goes at the deepest unit of the weak set, unless a deeper unit in the same branch goes in this
 * round, which may already mend it. What adds up: the smallest cell at the highest unit goes, so that its people are the ground.
 */
function takeAway(
  tree: Tree,
  depth: Int32Array,
  left: readonly Uint8Array[],
  atoms: Int32Array,
  groups: FinestGroups,
  weak: readonly Weakness[],
): void {
  const units = tree.ids.length
  const leaving = new Uint8Array(units)
  for (const { kind, groups: members } of weak) {
    if (kind === 'adds-up') {
      const cell = smallestHighest(members)
      left[Math.floor(cell / units)]?.fill(0, cell % units, (cell % units) + 1)
    } else leaving[deepest(members)] = 1
  }
  const below = new Uint8Array(units)
  for (let i = tree.order.length - 1; i >= 0; i--) {
    const unit = tree.order[i] ?? 0
    if (leaving[unit] === 1 && below[unit] === 0) for (const category of left) category[unit] = 0
    const parent = tree.parent[unit] ?? -1
    if (parent !== -1 && (leaving[unit] === 1 || below[unit] === 1)) below[parent] = 1
  }

  function deepest(members: readonly number[]): number {
    const unitOf = (group: number): number => (atoms[group] ?? 0) % units
    return members.map(unitOf).reduce((top, unit) => ((depth[unit] ?? 0) > (depth[top] ?? 0) ? unit : top))
  }

  function smallestHighest(members: readonly number[]): number {
    const people = new Map<number, number>()
    for (const group of members) {
      const cell = atoms[group] ?? 0
      people.set(cell, (people.get(cell) ?? 0) + (groups.count[group] ?? 0))
    }
    const height = (cell: number): number => depth[cell % units] ?? 0
    const [smallest] = [...people].reduce((top, next) => {
      const higher = height(next[0]) - height(top[0])
      return higher < 0 || (higher === 0 && next[1] < top[1]) ? next : top
    })
    return smallest
  }
}

function depths(tree: Tree): Int32Array {
  const depth = new Int32Array(tree.ids.length)
  for (const [i, unit] of tree.order.entries())
    if (i > 0) depth[unit] = (depth[tree.parent[unit] ?? 0] ?? 0) + 1
  return depth
}
