import type { HeadCounts } from '../head-counts.ts'
import type { Tree } from '../tree.ts'
import { categoriesOf, type Family, type ShownCuts } from './cuts/family.ts'
import { fillCuts } from './cuts/fill.ts'
import { finestGroups } from './cuts/finest-groups.ts'
import { peopleInCells, showMixedCuts } from './cuts/mixed-cuts.ts'

export type { Family, ShownCuts } from './cuts/family.ts'

export function protectCuts(input: {
  readonly tree: Tree
  readonly heads: HeadCounts
  readonly shownUnits: Uint8Array
  readonly families: readonly Family[]
  readonly k: number
  readonly allowed?: ShownCuts
  readonly slack?: number
  readonly fill: boolean
}): ShownCuts {
  const { tree, heads, shownUnits, families, k, slack = 0 } = input
  const groups = finestGroups(tree, heads, families)
  const people = families.map((family, at) => {
    const category = groups.category[at] ?? new Int32Array()
    return peopleInCells(tree, groups, category, categoriesOf(family, heads.attributes))
  })
  const allowed = families.map((family, at) => {
    return (people[at] ?? []).map((people, number) =>
      Uint8Array.from(people, (count, unit) =>
        count >= family.threshold &&
        shownUnits[unit] === 1 &&
        (input.allowed === undefined || input.allowed[at]?.[number]?.[unit] === 1)
          ? 1
          : 0,
      ),
    )
  })
  const shown = showMixedCuts(tree, groups, shownUnits, families, allowed, { k, slack })
  if (input.fill && slack === 0 && k <= 5)
    fillCuts(tree, groups, shownUnits, families, shown, allowed, people, k)
  return shown
}
