import type { FinestGroups } from './finest-groups.ts'
import { KnownSums } from './known-sums.ts'

/** The people of a unit and all below it; of one category in one family, or (family -1) everybody. */
export type Cell = { readonly family: number; readonly category: number; readonly unit: number }

/** A part of the organisation small enough for exact algebra, and what is known in it. */
export type Island = {
  /** The columns a cell has here. */
  readonly columnsOf: (cell: Cell) => number[]
  /** Per column. */
  readonly people: Uint32Array
  /** What follows from all cells, restricted to the island: as if the enemy knew the rest of every cell. */
  known: KnownSums
  /** What follows from the cells that lie wholly in the island: true for the whole organisation. */
  inside: KnownSums
}

/**
 * @param members the island's groups, ascending
 * @param shown cells shown so far that have people here, and which of them lie wholly inside
 * @param possible cells that may be added
 * @param whole whether the island is the whole organisation
 * @returns undefined when there are too many columns for the algebra
 */
export function islandOf(
  groups: FinestGroups,
  members: readonly number[],
  shown: readonly { readonly cell: Cell; readonly inside: boolean }[],
  possible: readonly Cell[],
  whole: boolean,
): Island | undefined {
  const placesOf = (cell: Cell): number[] => {
    const category = groups.category[cell.family]
    const from = groups.from[cell.unit] ?? 0
    const to = groups.to[cell.unit] ?? 0
    return members.flatMap((group, place) =>
      group >= from && group < to && (category === undefined || category[group] === cell.category)
        ? [place]
        : [],
    )
  }
  const columns = mergeAlike(
    members.length,
    [...shown.map(({ cell }) => cell), ...possible].map((cell) => placesOf(cell)),
  )
  const size = columns.reduce((most, column) => Math.max(most, column + 1), 0)
  if (size > mostColumns) return undefined
  const people = new Uint32Array(size)
  columns.forEach((column, place) => {
    people[column] = (people[column] ?? 0) + (groups.count[members[place] ?? 0] ?? 0)
  })
  const columnsOf = (cell: Cell): number[] => [...new Set(placesOf(cell).map((place) => columns[place] ?? 0))]

  const known = KnownSums.nothing(size, shown.length + possible.length)
  const inside = whole ? known : KnownSums.nothing(size, shown.length + possible.length)
  for (const { cell, inside: wholly } of shown) {
    known.add(columnsOf(cell))
    if (wholly && !whole) inside.add(columnsOf(cell))
  }
  return { columnsOf, people, known, inside }
}

/** Work grows with the cube: such an island takes about two seconds, one of 300 people a quarter of one. */
const mostColumns = 600

/** Places that are in exactly the same sets share a column. */
function mergeAlike(size: number, sets: readonly (readonly number[])[]): Int32Array {
  let column = new Int32Array(size)
  for (const set of sets) {
    const isIn = new Uint8Array(size)
    for (const place of set) isIn[place] = 1
    const numbers = new Map<number, number>()
    column = column.map((before, place) => {
      const key = before * 2 + (isIn[place] ?? 0)
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, numbers.size)
      return numbers.size - 1
    })
  }
  return column
}
