import type { DisplayedFamily } from './displayed-block.ts'
import type { WaveIndex } from './wave-index.ts'

/** What was displayed of one block of a wave. */
export type DisplayedWave = { readonly index: WaveIndex; readonly families: readonly DisplayedFamily[] }

/** A set of people that both waves tell about, `was` and `now`, and what each tells of its sum per measure. */
export type ComparedSet = {
  /** The same for the same set in every block. */
  readonly key: string
  /** The number of the shown cell of the new wave that gives it away. */
  readonly cell: number
  readonly was: number
  readonly now: number
  readonly sums: readonly ComparedSums[]
  /** Within which set of both waves it lies; null for a cell that lies in none. */
  readonly inside: string | null
  /** Parts of the same set share nobody; what is left when a cell shown once only is taken out overlaps others. */
  readonly isPart: boolean
}

export type ComparedSums = {
  readonly measure: string
  readonly thenLo: number
  readonly thenHi: number
  readonly nowLo: number
  readonly nowHi: number
}

type Side = {
  readonly family: DisplayedFamily
  readonly keys: readonly string[]
  /** Per cell the innermost cell at or around it that both waves show, -1 for none. */
  readonly common: Int32Array
  /** Per common cell the people in no common cell inside it. */
  readonly restPeople: Int32Array
  /** Cells that only this wave shows, directly inside a common cell, with no common cell inside them. */
  readonly extra: readonly number[]
  /** Per measure what is known of the sums of these rests. */
  readonly rests: readonly { readonly lo: Float64Array; readonly hi: Float64Array }[]
}

/**
 * The sets whose sums can be subtracted across two waves: every cell that both show; what it holds outside of the smaller ones
 * that both show; and that less one cell which only one of the two shows, as when a small team has grown
 * past k and, taken out of the rest that it was hidden in, leaves its old self.
 */
export function* comparedSets(then: DisplayedWave, now: DisplayedWave): Generator<ComparedSet> {
  for (const family of now.families) {
    const name = family.nested.attributes.join()
    const other = then.families.find(({ nested }) => nested.attributes.join() === name)
    if (!other) continue
    const [thenKeys, nowKeys] = [cellKeys(then.index, other), cellKeys(now.index, family)]
    const thenCellOf = new Map(thenKeys.map((key, cell) => [key, cell]))
    const a = sideOf(other, thenKeys, new Set(nowKeys))
    const b = sideOf(family, nowKeys, new Set(thenKeys))
    yield* compareFamily(a, b, thenCellOf)
  }
}

function* compareFamily(a: Side, b: Side, thenCellOf: ReadonlyMap<string, number>): Generator<ComparedSet> {
  const pairs = b.family.measures.flatMap(({ measure }, m) => {
    const other = a.family.measures.findIndex((one) => one.measure.id === measure.id)
    return other === -1 ? [] : [{ measure: measure.id, m, other }]
  })
  const numbers = b.family.nested.cells
  const inner = (side: Side, cell: number, m: number) => {
    const sums = side.family.measures[m]?.sums
    return { lo: sums?.lo[cell] ?? 0, hi: sums?.hi[cell] ?? 0 }
  }
  const rest = (side: Side, cell: number, m: number) => ({
    lo: side.rests[m]?.lo[cell] ?? 0,
    hi: side.rests[m]?.hi[cell] ?? 0,
  })
  type Sum = (m: number) => { lo: number; hi: number }
  const sumsOf = (thenSum: Sum, nowSum: Sum): ComparedSums[] =>
    pairs.map(({ measure, m, other }) => {
      const [before, after] = [thenSum(other), nowSum(m)]
      return { measure, thenLo: before.lo, thenHi: before.hi, nowLo: after.lo, nowHi: after.hi }
    })

  for (let cell = 0; cell < b.keys.length; cell++) {
    const key = b.keys[cell] ?? ''
    const before = thenCellOf.get(key)
    if (before === undefined) continue
    const around = b.common[b.family.nested.outer[cell] ?? -1] ?? -1
    yield {
      key,
      cell: numbers[cell] ?? 0,
      was: a.family.nested.people[before] ?? 0,
      now: b.family.nested.people[cell] ?? 0,
      sums: sumsOf(
        (m) => inner(a, before, m),
        (m) => inner(b, cell, m),
      ),
      inside: around === -1 ? null : (b.keys[around] ?? null),
      isPart: true,
    }
    yield {
      key: `${key} rest`,
      cell: numbers[cell] ?? 0,
      was: a.restPeople[before] ?? 0,
      now: b.restPeople[cell] ?? 0,
      sums: sumsOf(
        (m) => rest(a, before, m),
        (m) => rest(b, cell, m),
      ),
      inside: key,
      isPart: true,
    }
  }
  const without = (side: Side, around: number, cell: number, m: number) => {
    const [whole, part] = [rest(side, around, m), inner(side, cell, m)]
    return { lo: whole.lo - part.hi, hi: whole.hi - part.lo }
  }
  for (const cell of b.extra) {
    const around = b.common[cell] ?? -1
    const before = thenCellOf.get(b.keys[around] ?? '') ?? -1
    yield {
      key: `${b.keys[around]} now without ${b.keys[cell]}`,
      cell: numbers[cell] ?? 0,
      was: a.restPeople[before] ?? 0,
      now: (b.restPeople[around] ?? 0) - (b.family.nested.people[cell] ?? 0),
      sums: sumsOf(
        (m) => rest(a, before, m),
        (m) => without(b, around, cell, m),
      ),
      inside: null,
      isPart: false,
    }
  }
  const nowCellOf = new Map(b.keys.map((key, cell) => [key, cell]))
  for (const cell of a.extra) {
    const before = a.common[cell] ?? -1
    const around = nowCellOf.get(a.keys[before] ?? '') ?? -1
    yield {
      key: `${a.keys[before]} then without ${a.keys[cell]}`,
      cell: numbers[around] ?? 0,
      was: (a.restPeople[before] ?? 0) - (a.family.nested.people[cell] ?? 0),
      now: b.restPeople[around] ?? 0,
      sums: sumsOf(
        (m) => without(a, before, cell, m),
        (m) => rest(b, around, m),
      ),
      inside: null,
      isPart: false,
    }
  }
}

/** The same for the same cell in both waves. Two attributes may have a category of the same name, so both are said. */
function cellKeys({ wave }: WaveIndex, { nested }: DisplayedFamily): string[] {
  return Array.from(nested.cells, (number) => {
    const cell = wave.cells[number]
    const unit = cell?.unit ?? ''
    if (nested.attributes.length === 0) return unit
    return JSON.stringify([unit, ...nested.attributes.map((name) => [name, cell?.cut[name]])])
  })
}

function sideOf(family: DisplayedFamily, keys: readonly string[], other: ReadonlySet<string>): Side {
  const { outer, restPeople: own } = family.nested
  const size = keys.length
  const isCommon = Uint8Array.from(keys, (key) => (other.has(key) ? 1 : 0))
  const holdsCommon = isCommon.slice()
  for (let cell = size - 1; cell >= 0; cell--) {
    const around = outer[cell] ?? -1
    if (around !== -1 && holdsCommon[cell] === 1) holdsCommon[around] = 1
  }
  const common = new Int32Array(size).fill(-1)
  const restPeople = new Int32Array(size)
  const extra: number[] = []
  for (let cell = 0; cell < size; cell++) {
    const around = outer[cell] ?? -1
    common[cell] = isCommon[cell] === 1 ? cell : around === -1 ? -1 : (common[around] ?? -1)
    const at = common[cell] ?? -1
    if (at === -1) continue
    restPeople[at] = (restPeople[at] ?? 0) + (own[cell] ?? 0)
    if (isCommon[cell] === 0 && holdsCommon[cell] === 0 && isCommon[around] === 1) extra.push(cell)
  }
  const rests = family.measures.map(({ sums }) => {
    // Twice: as the sum of the rests that make it up, and as the cell less the common cells inside. Both hold.
    const added = { lo: new Float64Array(size), hi: new Float64Array(size) }
    const left = { lo: Float64Array.from(sums.lo), hi: Float64Array.from(sums.hi) }
    for (let cell = 0; cell < size; cell++) {
      const at = common[cell] ?? -1
      if (at === -1) continue
      added.lo[at] = (added.lo[at] ?? 0) + (sums.restLo[cell] ?? 0)
      added.hi[at] = (added.hi[at] ?? 0) + (sums.restHi[cell] ?? 0)
      const around = common[outer[cell] ?? -1] ?? -1
      if (isCommon[cell] === 0 || around === -1) continue
      left.lo[around] = (left.lo[around] ?? 0) - (sums.hi[cell] ?? 0)
      left.hi[around] = (left.hi[around] ?? 0) - (sums.lo[cell] ?? 0)
    }
    return {
      lo: added.lo.map((value, cell) => Math.max(value, left.lo[cell] ?? value)),
      hi: added.hi.map((value, cell) => Math.min(value, left.hi[cell] ?? value)),
    }
  })
  return { family, keys, common, restPeople, extra, rests }
}
