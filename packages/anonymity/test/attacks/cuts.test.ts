import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HeadCounts } from '../../src/head-counts.ts'
import { type Family, protectCuts, type ShownCuts } from '../../src/rules/cut-protection.ts'
import { fillCuts } from '../../src/rules/cuts/fill.ts'
import { finestGroups } from '../../src/rules/cuts/finest-groups.ts'
import { peopleInCells, showMixedCuts } from '../../src/rules/cuts/mixed-cuts.ts'
import type { Tree } from '../../src/tree.ts'
import { nastyOrganisations, organisation, unitsShown } from './organisations.ts'
import { smallCombination, smallDependency } from './small-combinations.ts'

const runs = Number(process.env.RUNS ?? 300)

test('no combination of shown cells, with any coefficients, touches 1 to k - 1 people', () => {
  fc.assert(
    fc.property(
      nastyOrganisations({ groups: 14, units: 5, people: 4 }),
      fc.boolean(),
      ({ k, parents, sizes, groups, families }, fill) => {
        const { tree, heads } = organisation(parents, sizes, groups)
        const shownUnits = unitsShown(tree, heads, k)
        const shown = protectCuts({ tree, heads, shownUnits, families, k, fill })
        expect(smallCombination({ tree, heads, shownUnits, families, shown }, k)).toBeNull()
      },
    ),
    { numRuns: runs },
  )
})

test('nor in organisations cut into many islands, with crossings everywhere', () => {
  fc.assert(
    fc.property(
      nastyOrganisations({ groups: 32, units: 8, people: 2 }),
      fc.integer({ min: 3, max: 40 }),
      ({ k, parents, sizes, groups, families }, islandSize) => {
        const { tree, heads } = organisation(parents, sizes, groups)
        const shownUnits = unitsShown(tree, heads, k)
        const shown = filledInIslands(tree, heads, shownUnits, families, k, islandSize)
        expect(smallDependency({ tree, heads, shownUnits, families, shown }, k)).toBeNull()
      },
    ),
    { numRuns: runs },
  )
})

/** Like protectCuts, with islands as small as wanted and crossings at all units. */
function filledInIslands(
  tree: Tree,
  heads: HeadCounts,
  shownUnits: Uint8Array,
  families: readonly Family[],
  k: number,
  islandSize: number,
): ShownCuts {
  const groups = finestGroups(tree, heads, families)
  const people = families.map((family, at) =>
    peopleInCells(
      tree,
      groups,
      groups.category[at] ?? new Int32Array(),
      family.attributes.reduce((all, number) => all * (heads.attributes[number]?.categories.length ?? 0), 1),
    ),
  )
  const allowed = people.map((categories) =>
    categories.map((counts) =>
      Uint8Array.from(counts, (count, unit) => (count >= k && shownUnits[unit] === 1 ? 1 : 0)),
    ),
  )
  const shown = showMixedCuts(tree, groups, shownUnits, families, allowed, { k, slack: 0 })
  fillCuts(tree, groups, shownUnits, families, shown, allowed, people, k, islandSize)
  return shown
}
