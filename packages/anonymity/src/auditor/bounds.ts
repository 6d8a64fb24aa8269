import type { Figure } from '@chorus/contracts/publish'
import type { NestedCells } from './nested-cells.ts'

/** What the enemy knows of the sums in nested cells and in their rests: each lies from lo to hi, both possible. */
export type Bounds = {
  readonly lo: Int32Array
  readonly hi: Int32Array
  readonly restLo: Int32Array
  readonly restHi: Int32Array
}

/** Slack for means that were divided and are multiplied again. */
const rounding = 1e-6

/** The least whole number that is shown as this figure when it is divided by `by`; greater than the most when there is none. */
export function leastWhole(shown: Figure, by: number): number {
  return Math.ceil((typeof shown === 'number' ? shown : shown.lo) * by - rounding)
}

export function mostWhole(shown: Figure, by: number): number {
  return Math.floor((typeof shown === 'number' ? shown : shown.hi) * by + rounding)
}

/** Everything is possible so far: each of the people gives min to max. */
export function openBounds({ people, restPeople }: NestedCells, min: number, max: number): Bounds {
  const size = people.length
  const bounds = {
    lo: new Int32Array(size),
    hi: new Int32Array(size),
    restLo: new Int32Array(size),
    restHi: new Int32Array(size),
  }
  open(bounds, people, restPeople, min, max)
  return bounds
}

function open(
  { lo, hi, restLo, restHi }: Bounds,
  people: Int32Array,
  restPeople: Int32Array,
  min: number,
  max: number,
): void {
  for (let i = 0; i < people.length; i++) {
    lo[i] = (people[i] ?? 0) * min
    hi[i] = (people[i] ?? 0) * max
    restLo[i] = (restPeople[i] ?? 0) * min
    restHi[i] = (restPeople[i] ?? 0) * max
  }
}

/** Bounds that are lent again and again: making millions anew keeps the memory full of old ones. */
export class SpareBounds {
  readonly #all: Bounds[] = []
  #lent = 0

  /** Takes all back. */
  startOver(): void {
    this.#lent = 0
  }

  /** As `openBounds`. */
  opened(nested: NestedCells, min: number, max: number): Bounds {
    const size = nested.people.length
    const known = this.#all[this.#lent]
    const bounds = known?.lo.length === size ? known : openBounds(nested, min, max)
    if (known === bounds) open(bounds, nested.people, nested.restPeople, min, max)
    this.#all[this.#lent++] = bounds
    return bounds
  }
}

/**
 * Draws all conclusions from the bounds of cells, in place. A cell is its rest and the cells directly inside, which share
 * nobody: so bounds add from the inside out, and what the others cannot be remains for each from the outside
 * in. On a forest one pass each way finds the narrowest bounds there are, in time linear in the cells.
 */
export function propagate(
  { outer, restPeople }: NestedCells,
  { lo, hi, restLo, restHi }: Bounds,
  min: number,
  max: number,
): void {
  const insideLo = new Float64Array(lo.length)
  const insideHi = new Float64Array(lo.length)
  for (let cell = lo.length - 1; cell >= 0; cell--) {
    const rest = restPeople[cell] ?? 0
    raise(lo, cell, (insideLo[cell] ?? 0) + rest * min)
    lower(hi, cell, (insideHi[cell] ?? 0) + rest * max)
    const around = outer[cell] ?? -1
    if (around === -1) continue
    insideLo[around] = (insideLo[around] ?? 0) + (lo[cell] ?? 0)
    insideHi[around] = (insideHi[around] ?? 0) + (hi[cell] ?? 0)
  }
  for (let cell = 0; cell < lo.length; cell++) {
    const around = outer[cell] ?? -1
    if (around !== -1) {
      const rest = restPeople[around] ?? 0
      const othersLo = (insideLo[around] ?? 0) - (lo[cell] ?? 0) + rest * min
      const othersHi = (insideHi[around] ?? 0) - (hi[cell] ?? 0) + rest * max
      raise(lo, cell, (lo[around] ?? 0) - othersHi)
      lower(hi, cell, (hi[around] ?? 0) - othersLo)
    }
    raise(restLo, cell, (lo[cell] ?? 0) - (insideHi[cell] ?? 0))
    lower(restHi, cell, (hi[cell] ?? 0) - (insideLo[cell] ?? 0))
  }
}

export function raise(values: Int32Array, at: number, to: number): void {
  if (to > (values[at] ?? 0)) values[at] = to
}

export function lower(values: Int32Array, at: number, to: number): void {
  if (to < (values[at] ?? 0)) values[at] = to
}
