import type { HeadCounts } from '../head-counts.ts'
import { rollUp, type Tree } from '../tree.ts'
import { crossingUnits } from './crossing-units.ts'
import { categoriesOf, type Family, type ShownCuts } from './cuts/family.ts'
import { fillCuts, mostForFill } from './cuts/fill.ts'
import { finestGroups } from './cuts/finest-groups.ts'
import { peopleInCells, showMixedCuts } from './cuts/mixed-cuts.ts'

export type { Family, ShownCuts } from './cuts/family.ts'

/**
 * Chooses the category cells that may be shown beside the tree, such that every combination of everything shown, with
 * whatever coefficients, touches 0 or at least k people: single attributes by the mixing certificate (R4), refused cells back
 * by exact algebra (R5), crossings by the algebra only, and only in large units (R6).
 *
 * A category is shown only at units that are shown themselves. The promise would allow more, but a unit without a figure
 * of its own and with figures of its parts would look odd, and tell that the reason is its neighbours.
 *
 * Looks at head counts only: same counts, same masks, in whatever order the groups come. Any part of what is returned is safe too, so
 * later rules may hide more.
 */
export function protectCuts(input: {
  readonly tree: Tree
  readonly heads: HeadCounts
  /** Units shown for everybody: safe by R3 already. */
  readonly shownUnits: Uint8Array
  /** Most wanted first; crossings after single attributes. */
  readonly families: readonly Family[]
  readonly k: number
  /** Category cells that other rules leave, such as the layer outside; undefined = all. */
  readonly allowed?: ShownCuts
  /**
   * People whose answers are in one dimension and not in another: in live waves dimensions are sent apart and cannot be linked. Above 0
   * the certificate needs k + slack, nothing may add up exactly across dimensions, and nothing is filled.
   */
  readonly slack?: number
  /**
   * Whether refused cells are tried one by one: off for layers of higher thresholds, and where it is too slow (seconds for
   * 3,000 people). The search is complete up to k = 5 only; above, nothing is filled, and no crossing is shown.
   */
  readonly fill: boolean
}): ShownCuts {
  const { tree, heads, shownUnits, families, k, slack = 0 } = input
  const groups = finestGroups(tree, heads, families)
  const forCrossings = crossingUnits(tree, peopleInUnits(tree, groups))
  const people = families.map((family, at) =>
    peopleInCells(
      tree,
      groups,
      groups.category[at] ?? new Int32Array(),
      categoriesOf(family, heads.attributes),
    ),
  )
  const allowed = families.map((family, at) =>
    (people[at] ?? []).map((counts, category) =>
      Uint8Array.from(counts, (count, unit) => {
        const enough = count >= Math.max(k, family.threshold)
        const large = family.attributes.length === 1 || forCrossings[unit] === 1
        const left = input.allowed === undefined || input.allowed[at]?.[category]?.[unit] === 1
        return enough && large && left && shownUnits[unit] === 1 ? 1 : 0
      }),
    ),
  )
  const shown = showMixedCuts(tree, groups, shownUnits, families, allowed, { k, slack })
  if (input.fill && slack === 0 && k <= mostForFill)
    fillCuts(tree, groups, shownUnits, families, shown, allowed, people, k)
  return shown
}

function peopleInUnits(tree: Tree, groups: { unit: Int32Array; count: Uint32Array }): Uint32Array {
  const own = new Uint32Array(tree.ids.length)
  for (const [group, unit] of groups.unit.entries()) own[unit] = (own[unit] ?? 0) + (groups.count[group] ?? 0)
  return rollUp(own, 1, tree)
}
