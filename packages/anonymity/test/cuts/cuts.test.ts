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

test('nor for larger k, by the certificate alone', () => {
  fc.assert(
    fc.property(
      nastyOrganisations({ groups: 24, units: 6, people: 9 }),
      fc.integer({ min: 6, max: 9 }),
      ({ parents, sizes, groups, families }, k) => {
        const { tree, heads } = organisation(parents, sizes, groups)
        const shownUnits = unitsShown(tree, heads, k)
        const shown = protectCuts({ tree, heads, shownUnits, families, k, fill: true })
        expect(smallDependency({ tree, heads, shownUnits, families, shown }, k)).toBeNull()
      },
    ),
    { numRuns: Math.ceil(runs / 3) },
  )
})

test('nor in live waves, when the answers of up to `slack` people arrived in some dimensions only', () => {
  fc.assert(
    fc.property(
      nastyOrganisations({ groups: 30, units: 3, people: 3 }),
      fc.integer({ min: 2, max: 4 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 2 }),
      ({ parents, sizes, groups, families }, k, losses) => {
        const { tree, heads } = organisation(parents, sizes, groups)
        const shownUnits = unitsShown(tree, heads, k)
        const single = [...heads.count.keys()].filter((group) => heads.count[group] === 1)
        const lost = losses.map(([group, family]) => [
          single[group % single.length],
          family % families.length,
        ])
        const shown = protectCuts({ tree, heads, shownUnits, families, k, slack: losses.length, fill: true })
        const isMissing = (group: number, family: number) =>
          lost.some(([lostGroup, lostFamily]) => lostGroup === group && lostFamily === family)
        expect(smallDependency({ tree, heads, shownUnits, families, shown, isMissing }, k)).toBeNull()
      },
    ),
    { numRuns: runs },
  )
})

test('hiding any of the shown cells, and any shown units, keeps the promise', () => {
  fc.assert(
    fc.property(
      nastyOrganisations({ groups: 20, units: 5, people: 2 }),
      fc.infiniteStream(fc.boolean()),
      ({ k, parents, sizes, groups, families }, keep) => {
        const { tree, heads } = organisation(parents, sizes, groups)
        const shownUnits = unitsShown(tree, heads, k)
        const shown = protectCuts({ tree, heads, shownUnits, families, k, fill: true })
        const some = (mask: Uint8Array) => mask.map((value) => (keep.next().value ? value : 0))
        const fewer = shown.map((categories) => categories.map(some))
        const published = { tree, heads, shownUnits: some(shownUnits), families, shown: fewer }
        expect(smallDependency(published, k)).toBeNull()
      },
    ),
    { numRuns: runs },
  )
})

test('the same counts give the same masks, in whatever order and pieces the groups come', () => {
  fc.assert(
    fc.property(
      nastyOrganisations({ groups: 20, units: 6, people: 4 }),
      fc.infiniteStream(fc.nat()),
      fc.boolean(),
      ({ k, parents, sizes, groups, families }, random, fill) => {
        const masksOf = (given: number[][]) => {
          const { tree, heads } = organisation(parents, sizes, given)
          return protectCuts({ tree, heads, shownUnits: unitsShown(tree, heads, k), families, k, fill })
        }
        const inPieces = groups.flatMap((group) => {
          const piece = random.next().value % ((group.at(-1) ?? 0) + 1)
          return [group.with(-1, piece), group.with(-1, (group.at(-1) ?? 0) - piece)]
        })
        const shuffled = inPieces
          .map((group) => ({ group, place: random.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ group }) => group)
        expect(masksOf(shuffled)).toEqual(masksOf(groups))
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
