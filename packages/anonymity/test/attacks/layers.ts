import { People } from './people.ts'
import type { Snapshot, SnapshotCell, Statistics, Truth } from './snapshot-format.ts'

/** People whom nothing that is shown can tell apart: they are in the same shown cells. */
export type PersonType = { readonly people: readonly string[]; readonly cells: readonly number[] }

/** Cells of one wave whose sums can be added and subtracted, and the people who count in them. */
export type Layer = {
  readonly wave: string
  /** What is summed: the answers to this item, or heads (null). */
  readonly item: string | null
  readonly statistic: string
  readonly shown: readonly SnapshotCell[]
  readonly hidden: readonly SnapshotCell[]
  readonly types: readonly PersonType[]
}

const sumsOf: Record<string, (statistics: Statistics) => boolean> = {
  mean: ({ mean, sum }) => isShown(mean) || isShown(sum),
  fav: ({ fav }) => isShown(fav),
  hist: ({ hist }) => hist?.some(isShown) ?? false,
}

/**
 * Every layer of a snapshot in which sums can be combined: heads, and per item its means, favourable shares and
 * histograms. Items that show the same cells of the same people are one layer: what is found in one holds in all.
 */
export function layersOf(snapshot: Snapshot, truth: Truth): Layer[] {
  const people = new People(truth)
  const found = new Map<string, Layer>()
  for (const { id: wave } of snapshot.waves) {
    const cells = snapshot.cells.filter((cell) => cell.wave === wave)
    const add = (item: string | null, statistic: string, isShownIn: (cell: SnapshotCell) => boolean) => {
      const layer = layerOf({ wave, item, statistic, cells, isShownIn }, people)
      const key = JSON.stringify([wave, layer.types, layer.shown.map(({ unit, cut }) => [unit, cut])])
      if (layer.shown.length > 0 && !found.has(key)) found.set(key, layer)
    }
    for (const item of snapshot.items)
      for (const [statistic, isSummed] of Object.entries(sumsOf))
        add(item, statistic, (cell) => isSummed(cell.items?.[item] ?? {}))
    add(null, 'n', (cell) => cell.block === undefined && cell.n !== null)
  }
  return [...found.values()]
}

function layerOf(
  {
    isShownIn,
    cells,
    ...where
  }: Pick<Layer, 'wave' | 'item' | 'statistic'> & {
    cells: readonly SnapshotCell[]
    isShownIn: (cell: SnapshotCell) => boolean
  },
  people: People,
): Layer {
  const shown = cells.filter(isShownIn)
  const keyOf = (cell: SnapshotCell) => JSON.stringify([cell.unit, cell.scope ?? 'all', cell.cut])
  const shownPlaces = new Set(shown.map(keyOf))
  const hidden = cells.filter((cell) => !shownPlaces.has(keyOf(cell)))
  const types = new Map<string, { people: string[]; cells: number[] }>()
  for (const person of people.counted(where.wave, where.item)) {
    const inside = shown.flatMap((cell, i) => (people.isIn(person, cell) ? [i] : []))
    const key = inside.join()
    const type = types.get(key) ?? { people: [], cells: inside }
    type.people.push(person.pid)
    types.set(key, type)
  }
  return { ...where, shown, hidden, types: [...types.values()] }
}

function isShown(figure: unknown): boolean {
  return figure !== null && figure !== undefined
}
