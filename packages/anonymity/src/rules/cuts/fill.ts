import { assert } from '@chorus/basics/assert'
import type { Tree } from '../../tree.ts'
import { findNewSmallSum } from './circuit-search.ts'
import type { Family } from './family.ts'
import type { FinestGroups } from './finest-groups.ts'
import { type Cell, type Island, islandOf } from './island.ts'
import { cutIntoIslands } from './islands.ts'
import { SignedSearch } from './signed-search.ts'

type Candidate = Cell & { readonly people: number }

/**
 * Rule: refused cells come back one by one, largest first, where exact algebra finds no combination of everything shown that
 * touches 1 to k - 1 people. Stops the same attacks as the mixing certificate, and shows about a quarter more cells (`pnpm bench
 * cuts`); crossings (attack 7) come from here only, after all single attributes.
 *
 * Why islands suffice: let everything shown be safe, and a new cell be such that its sum with any combination of shown cells,
 * restricted to one island (its witness), touches at least k people there. Then every combination with the new cell
 * touches k people, and every one without it was safe before. The restriction only makes more combinations. So a cell that
 * equals a restricted combination is refused too: the difference may lie outside. Only when cells wholly inside the island
 * give it, or it is what its unit leaves when all other categories are shown, it says nothing new, and is shown.
 *
 * Within an island the quick search (coefficients 1 and -1) decides cell by cell, then one complete search with any coefficients
 * goes over all that was added, and takes out culprits. A cell in several islands gets the complete search at once.
 *
 * Complete up to k = `mostForFill`; not to be used above. Cost: O(cells x columns^2 + columns^3) for each island.
 *
 * @param shown safe cells, to which cells are added in place: [family][category][unit]
 * @param allowed cells that may be added, people how many they have
 */
export function fillCuts(
  tree: Tree,
  groups: FinestGroups,
  shownUnits: Uint8Array,
  families: readonly Family[],
  shown: readonly (readonly Uint8Array[])[],
  allowed: readonly (readonly Uint8Array[])[],
  people: readonly (readonly Uint32Array[])[],
  k: number,
  islandSize = 300,
): void {
  const islandOfUnit = cutIntoIslands(tree, groups, islandSize)
  const home = homes()
  const candidates = candidatesLargestFirst()
  const islands = buildIslands()

  for (const crossed of [false, true]) {
    const stage = candidates.filter(
      ({ family }) => (families[family]?.attributes.length ?? 0) > 1 === crossed,
    )
    for (const cell of stage) if (home[cell.unit] === -1) tryAcrossIslands(cell)
    for (const [number, island] of islands.entries())
      if (island)
        for (const cell of fillIsland(
          island,
          stage.filter(({ unit }) => home[unit] === number),
          k,
        ))
          show(cell)
  }

  function show({ family, category, unit }: Cell): void {
    shown[family]?.[category]?.fill(1, unit, unit + 1)
  }

  function isShown({ family, category, unit }: Cell): boolean {
    return shown[family]?.[category]?.[unit] === 1
  }

  function candidatesLargestFirst(): Candidate[] {
    const found: Candidate[] = []
    for (const [family, categories] of allowed.entries())
      for (const [category, units] of categories.entries())
        for (const unit of tree.order) {
          const cell = { family, category, unit, people: people[family]?.[category]?.[unit] ?? 0 }
          if (units[unit] === 1 && !isShown(cell)) found.push(cell)
        }
    return found.sort((a, b) => b.people - a.people)
  }

  /** Per unit the island that it lies in with everybody below it, -1 = in several. */
  function homes(): Int32Array {
    return groups.from.map((from, unit) => {
      const first = islandOfUnit[groups.unit[from] ?? 0] ?? -1
      for (let group = from; group < (groups.to[unit] ?? 0); group++)
        if (islandOfUnit[groups.unit[group] ?? 0] !== first) return -1
      return first
    })
  }

  function buildIslands(): (Island | undefined)[] {
    const members: number[][] = []
    for (const island of islandOfUnit) members[island] ??= []
    for (const [group, unit] of groups.unit.entries()) members[islandOfUnit[unit] ?? 0]?.push(group)
    return members.map((inIsland) => {
      const units = unitsAbove(inIsland)
      const cellsAt = (unit: number): Cell[] =>
        families.flatMap((_, family) =>
          (shown[family] ?? []).map((_, category) => ({ family, category, unit })),
        )
      const cells = [...units].flatMap(cellsAt)
      const everybody = [...units].map((unit) => ({ family: -1, category: 0, unit }))
      const shownHere = [...everybody.filter(({ unit }) => shownUnits[unit] === 1), ...cells.filter(isShown)]
      return islandOf(
        groups,
        inIsland,
        shownHere.map((cell) => ({ cell, inside: home[cell.unit] !== -1 })),
        cells.filter((cell) => !isShown(cell) && allowed[cell.family]?.[cell.category]?.[cell.unit] === 1),
        inIsland.length === groups.unit.length,
      )
    })
  }

  function unitsAbove(members: readonly number[]): Set<number> {
    const units = new Set<number>()
    for (const group of members)
      for (let at = groups.unit[group] ?? -1; at !== -1 && !units.has(at); at = tree.parent[at] ?? -1)
        units.add(at)
    return units
  }

  function tryAcrossIslands(cell: Candidate): void {
    if (completesUnit(cell)) {
      show(cell)
      return
    }
    const touched = new Map<number, number>()
    for (let group = groups.from[cell.unit] ?? 0; group < (groups.to[cell.unit] ?? 0); group++) {
      if (groups.category[cell.family]?.[group] !== cell.category) continue
      const island = islandOfUnit[groups.unit[group] ?? 0] ?? 0
      touched.set(island, (touched.get(island) ?? 0) + (groups.count[group] ?? 0))
    }
    const most = [...touched].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([island]) => island)
    if (!most.slice(0, mostWitnesses).some((number) => isWitness(islands[number], cell, k))) return
    show(cell)
    for (const number of most) {
      const island = islands[number]
      if (island) island.known.add(island.columnsOf(cell))
    }
  }

  /** Whether the cell is its unit without all its other categories, which are shown. */
  function completesUnit({ family, category, unit }: Candidate): boolean {
    const inUnit = (people[family] ?? []).map((counts) => counts[unit] ?? 0)
    let everybody = 0
    for (let group = groups.from[unit] ?? 0; group < (groups.to[unit] ?? 0); group++)
      everybody += groups.count[group] ?? 0
    return (
      shownUnits[unit] === 1 &&
      inUnit.reduce((a, b) => a + b, 0) === everybody &&
      inUnit.every(
        (count, other) => other === category || count === 0 || isShown({ family, category: other, unit }),
      )
    )
  }
}

/** The largest k for which the search in the algebra is complete: four people are two pairs. */
export const mostForFill = 5

/** Islands tried for a cell that lies in several: those with most of its people prove most often. */
const mostWitnesses = 3

/** Whether the cell with any combination of what is known touches at least k people in this island alone. */
function isWitness(island: Island | undefined, cell: Cell, k: number): boolean {
  if (!island) return false
  const columns = island.columnsOf(cell)
  if (new SignedSearch(island.known, island.people, k).finds(columns)) return false
  const then = island.known.copy()
  return then.add(columns) && findNewSmallSum(island.known, then, island.people, k) === null
}

/** Adds to an island what is safe in it. @returns the cells added */
function fillIsland(island: Island, candidates: readonly Cell[], k: number): Cell[] {
  const whole = island.known === island.inside
  const before = island.known.copy()
  const insideBefore = island.inside.copy()
  let search: SignedSearch | undefined
  let added: Cell[] = []
  for (const cell of candidates) {
    const columns = island.columnsOf(cell)
    if (!saysNothingNew(columns)) {
      search ??= new SignedSearch(island.known, island.people, k)
      if (search.finds(columns) || !learn(columns)) continue
      search = undefined
    }
    added.push(cell)
  }
  for (;;) {
    const leak = findNewSmallSum(before, island.known, island.people, k)
    if (leak === null) return added
    startAgain()
    if (leak === 'too-many') return []
    const culprit = added.find((cell) => {
      learn(island.columnsOf(cell))
      return island.known.knows(leak)
    })
    assert(culprit, 'one of the added cells made the small sum known')
    startAgain()
    added = added.filter((cell) => {
      const columns = island.columnsOf(cell)
      return cell !== culprit && (saysNothingNew(columns) || learn(columns))
    })
  }

  function saysNothingNew(columns: readonly number[]): boolean {
    return island.inside.productsWith(columns).every((product) => product === 0)
  }

  /** False for what equals a restricted combination: the difference may be a few people outside. */
  function learn(columns: readonly number[]): boolean {
    const isNew = island.known.add(columns)
    if (isNew && !whole) island.inside.add(columns)
    return isNew
  }

  function startAgain(): void {
    island.known = before.copy()
    island.inside = whole ? island.known : insideBefore.copy()
  }
}
