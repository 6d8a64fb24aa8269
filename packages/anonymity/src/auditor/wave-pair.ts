import type { AuditedBlock, Stayed } from './audit-input.ts'
import type { DisplayedFamily } from './displayed-block.ts'
import { passagesOf } from './turnover.ts'
import type { WaveIndex } from './wave-index.ts'

/** What was displayed of one block of a wave. */
export type DisplayedWave = {
  readonly index: WaveIndex
  readonly families: readonly DisplayedFamily[]
  /** Per group the people who count for the block. */
  readonly counts: Int32Array
}

export type BlockPair = {
  readonly block: AuditedBlock
  readonly earlier: DisplayedWave
  readonly now: DisplayedWave
  /** Everybody who answered anything answered all of this block, in both waves: its people are everybody. */
  readonly isComplete: boolean
  /** How many of each group stayed; null where nobody knows. */
  readonly stayed: readonly Stayed[] | null
}

/** A unit and categories of which either wave shows a cell. */
export type Place = {
  /** The same for the same place in every block and wave. */
  readonly key: string
  /** The smallest place around it, -1 for none. */
  readonly around: number
  readonly inside: readonly number[]
  /** Places whose cell lay in this one's in the earlier wave, though the unit has moved since and they are inside others. */
  readonly heldBefore: readonly number[]
  /** Numbers in the families' nested cells, -1 where this wave shows none. */
  readonly before: number
  readonly now: number
  /** Places here and below. */
  readonly size: number
  /** People on the same way, by the innermost cell of each wave, who start or end here and in no smaller place. */
  readonly ways: readonly Way[]
}

/** -1 for people who did not answer in that wave, or stood in no shown cell. */
export type Way = { readonly before: number; readonly now: number; readonly people: number }

/** The same family of cells in two waves, and how people went from the one to the other. */
export type FamilyPair = {
  readonly before: DisplayedFamily
  readonly now: DisplayedFamily
  /** Outer places first; the first one is everything, and has no cell. */
  readonly places: readonly Place[]
  /** Per nested cell of each wave its place. */
  readonly placeOf: { readonly before: Int32Array; readonly now: Int32Array }
}

/** The families of which both waves show something. */
export function familyPairs({ earlier, now, stayed }: BlockPair): FamilyPair[] {
  const passages = passagesOf(
    { wave: earlier.index.wave, counts: earlier.counts },
    { wave: now.index.wave, counts: now.counts },
    stayed,
  )
  return now.families.flatMap((family) => {
    const name = family.nested.attributes.join()
    const before = earlier.families.find(({ nested }) => nested.attributes.join() === name)
    if (!before) return []
    const { places, placeOf } = placesOf(earlier, before, now, family)
    const ways = new Map<string, { before: number; now: number; people: number }>()
    for (const { before: left, now: joined, people } of passages) {
      const [from, into] = [before.nested.innermostOf[left] ?? -1, family.nested.innermostOf[joined] ?? -1]
      if (from === -1 && into === -1) continue
      const way = ways.get(`${from} ${into}`) ?? { before: from, now: into, people: 0 }
      way.people += people
      ways.set(`${from} ${into}`, way)
    }
    for (const way of ways.values()) {
      const [from, into] = [placeOf.before[way.before] ?? -1, placeOf.now[way.now] ?? -1]
      places[from]?.ways.push(way)
      if (into !== from) places[into]?.ways.push(way)
    }
    return [{ before, now: family, places, placeOf }]
  })
}

type OpenPlace = Omit<Place, 'inside' | 'heldBefore' | 'size' | 'ways'> & {
  inside: number[]
  heldBefore: number[]
  size: number
  ways: Way[]
}

function placesOf(
  earlier: DisplayedWave,
  before: DisplayedFamily,
  now: DisplayedWave,
  family: DisplayedFamily,
): { places: OpenPlace[]; placeOf: FamilyPair['placeOf'] } {
  const above = new Map<string, string | null>()
  for (const { index } of [earlier, now]) for (const { id, parent } of index.wave.units) above.set(id, parent)
  const cells = new Map<string, { unit: string; cut: string; before: number; now: number }>()
  const collect = (side: DisplayedWave, { nested }: DisplayedFamily, when: 'before' | 'now') => {
    nested.cells.forEach((number, at) => {
      const cell = side.index.wave.cells[number]
      const unit = cell?.unit ?? ''
      const categories = JSON.stringify(nested.attributes.map((name) => [name, cell?.cut[name]]))
      const key = placeKey(unit, categories)
      const both = cells.get(key) ?? { unit, cut: categories, before: -1, now: -1 }
      both[when] = at
      cells.set(key, both)
    })
  }
  collect(earlier, before, 'before')
  collect(now, family, 'now')

  const everything = {
    key: `everything by ${family.nested.attributes.join()}`,
    around: -1,
    before: -1,
    now: -1,
  }
  const places: OpenPlace[] = [{ ...everything, inside: [], heldBefore: [], size: 1, ways: [] }]
  const numbers = new Map<string, number>()
  const aroundOf = ({ unit, cut }: { unit: string; cut: string }): string | null => {
    let outer = above.get(unit) ?? null
    while (outer !== null && !cells.has(placeKey(outer, cut))) outer = above.get(outer) ?? null
    return outer === null ? null : placeKey(outer, cut)
  }
  for (const start of cells.keys()) {
    const way: string[] = []
    for (let key: string | null = start; key !== null && !numbers.has(key); ) {
      way.push(key)
      const cell = cells.get(key)
      key = cell ? aroundOf(cell) : null
    }
    for (const key of way.reverse()) {
      const cell = cells.get(key)
      if (!cell) continue
      const around = numbers.get(aroundOf(cell) ?? '') ?? 0
      const at = { before: cell.before, now: cell.now }
      const number = places.push({ key, around, ...at, inside: [], heldBefore: [], size: 1, ways: [] }) - 1
      numbers.set(key, number)
      places[around]?.inside.push(number)
    }
  }
  const placeOf = {
    before: new Int32Array(before.nested.cells.length),
    now: new Int32Array(family.nested.cells.length),
  }
  for (let at = places.length - 1; at > 0; at--) {
    const place = places[at]
    const outer = places[place?.around ?? -1]
    if (!place || !outer) continue
    outer.size += place.size
    if (place.before !== -1) placeOf.before[place.before] = at
    if (place.now !== -1) placeOf.now[place.now] = at
  }
  before.nested.outer.forEach((outer, cell) => {
    const holder = placeOf.before[outer] ?? -1
    const place = placeOf.before[cell] ?? -1
    if (outer !== -1 && !isAround(places, holder, place)) places[holder]?.heldBefore.push(place)
  })
  return { places, placeOf }
}

function isAround(places: readonly OpenPlace[], outer: number, place: number): boolean {
  let at = place
  while (at !== -1 && at !== outer) at = places[at]?.around ?? -1
  return at !== -1
}

function placeKey(unit: string, categories: string): string {
  return JSON.stringify([unit, categories])
}
