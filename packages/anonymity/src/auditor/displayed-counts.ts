import type { MeasureFigures } from '@chorus/contracts/publish'
import type { AnswerCounts } from './answer-counts.ts'
import { type Bounds, leastWhole, lower, mostWhole, propagate, raise, type SpareBounds } from './bounds.ts'
import type { NestedCells } from './nested-cells.ts'

/** The figures of one measure, by number of the cell in the wave. */
export type Column = readonly (MeasureFigures | undefined)[]

/** How many answered favourably, as the shares shown tell; null where none is. */
export function readFavourable(nested: NestedCells, column: Column, spare: SpareBounds): Bounds | null {
  const told = cellsWith('favourable', nested, column)
  if (told.length === 0) return null
  const counts = spare.opened(nested, 0, 1)
  for (const cell of told) {
    const share = column[nested.cells[cell] ?? -1]?.favourable
    if (share == null) continue
    const by = nested.people[cell] ?? 0
    raise(counts.lo, cell, leastWhole(share, by))
    lower(counts.hi, cell, mostWhole(share, by))
  }
  propagate(nested, counts, 0, 1)
  return counts
}

/** How many gave each answer, lowest first, as the histograms shown tell; null where none is. */
export function readAnswers(
  nested: NestedCells,
  column: Column,
  spare: SpareBounds,
  points: number,
): Bounds[] | null {
  const told = cellsWith('answers', nested, column)
  if (told.length === 0) return null
  return Array.from({ length: points }, (_, answer) => {
    const counts = spare.opened(nested, 0, 1)
    for (const cell of told) {
      const share = column[nested.cells[cell] ?? -1]?.answers?.[answer]
      if (share === undefined) continue
      const by = nested.people[cell] ?? 0
      raise(counts.lo, cell, leastWhole(share, by))
      lower(counts.hi, cell, mostWhole(share, by))
    }
    propagate(nested, counts, 0, 1)
    return counts
  })
}

/** Most cells are too small for any but the mean. */
function cellsWith(figure: 'favourable' | 'answers', { cells }: NestedCells, column: Column): number[] {
  const found: number[] = []
  for (let cell = 0; cell < cells.length; cell++)
    if (column[cells[cell] ?? -1]?.[figure] != null) found.push(cell)
  return found
}

/** The counts of each answer in one cell, or in its rest, written into `counts`. */
export function readCounts(
  answers: readonly Bounds[],
  cell: number,
  where: 'cell' | 'rest',
  { few, many }: AnswerCounts,
): void {
  for (let i = 0; i < few.length; i++) {
    const counts = answers[i]
    few[i] = (where === 'cell' ? counts?.lo : counts?.restLo)?.[cell] ?? 0
    many[i] = (where === 'cell' ? counts?.hi : counts?.restHi)?.[cell] ?? 0
  }
}
