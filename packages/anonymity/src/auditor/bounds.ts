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
  return {
    lo: people.map((n) => n * min),
    hi: people.map((n) => n * max),
    restLo: restPeople.map((n) => n * min),
    restHi: restPeople.map((n) => n * max),
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
