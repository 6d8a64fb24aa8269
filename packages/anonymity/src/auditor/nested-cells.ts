import type { CellFamily, WaveIndex } from './wave-index.ts'

/**
 * Shown cells with the same attributes. Any two of them are apart or one holds the other, so they form a forest, and
 * the people whose innermost cell is the same cannot be told apart by them. These people are the cell's rest: what is
 * left of it when the shown cells inside are subtracted. Numbers of cells here are places in `cells`, outer cells first.
 */
export type NestedCells = {
  readonly attributes: readonly string[]
  /** The number of each cell in the wave. */
  readonly cells: Int32Array
  /** The smallest shown cell around it, -1 where there is none. */
  readonly outer: Int32Array
  /** People in the whole cell, and in its rest. */
  readonly people: Int32Array
  readonly restPeople: Int32Array
  /** Per group of people the innermost cell that holds it, -1 where none does. */
  readonly innermostOf: Int32Array
}

/**
 * @param shown per cell of the wave 1 where this figure is shown
 * @param counts per group the people who count for it
 */
export function nestCells(
  { parent, order, groupUnit }: WaveIndex,
  family: CellFamily,
  shown: Uint8Array,
  counts: Int32Array,
): NestedCells {
  const cells: number[] = []
  const outer: number[] = []
  const innermost = family.cellAt.map((cellAt) => {
    const at = new Int32Array(parent.length).fill(-1)
    for (const unit of order) {
      const above = parent[unit] ?? -1
      const around = above === -1 ? -1 : (at[above] ?? -1)
      const cell = cellAt[unit] ?? -1
      if (cell === -1 || shown[cell] !== 1) at[unit] = around
      else {
        at[unit] = cells.push(cell) - 1
        outer.push(around)
      }
    }
    return at
  })
  const innermostOf = groupUnit.map((unit, group) => {
    const combination = family.combinationOf[group] ?? -1
    return combination === -1 || unit === -1 ? -1 : (innermost[combination]?.[unit] ?? -1)
  })
  const restPeople = new Int32Array(cells.length)
  innermostOf.forEach((cell, group) => {
    if (cell !== -1) restPeople[cell] = (restPeople[cell] ?? 0) + (counts[group] ?? 0)
  })
  const people = restPeople.slice()
  for (let cell = cells.length - 1; cell >= 0; cell--) {
    const around = outer[cell] ?? -1
    if (around !== -1) people[around] = (people[around] ?? 0) + (people[cell] ?? 0)
  }
  return {
    attributes: family.attributes,
    cells: Int32Array.from(cells),
    outer: Int32Array.from(outer),
    people,
    restPeople,
    innermostOf,
  }
}
