import { type KeyboardEvent, useState } from 'react'

export type Place = { readonly row: number; readonly column: number }

/** Where a key leads from a place in a grid; null for keys that lead nowhere. */
export function stepInGrid(
  key: string,
  { row, column }: Place,
  grid: { readonly rows: number; readonly columns: number; readonly direction: 'ltr' | 'rtl' },
): Place | null {
  const forward = grid.direction === 'rtl' ? -1 : 1
  const at = (nextRow: number, nextColumn: number): Place => ({
    row: Math.min(grid.rows - 1, Math.max(0, nextRow)),
    column: Math.min(grid.columns - 1, Math.max(0, nextColumn)),
  })
  switch (key) {
    case 'ArrowUp':
      return at(row - 1, column)
    case 'ArrowDown':
      return at(row + 1, column)
    case 'ArrowRight':
      return at(row, column + forward)
    case 'ArrowLeft':
      return at(row, column - forward)
    case 'Home':
      return at(row, 0)
    case 'End':
      return at(row, grid.columns - 1)
    default:
      return null
  }
}

/**
 * One stop for the tab key in the whole grid, and arrow keys inside it (ARIA's grid pattern). What is reached in a cell carries
 * `data-place="row column"`.
 */
export function useGridWalk(grid: Parameters<typeof stepInGrid>[2]) {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  return {
    place,
    setPlace,
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const next = stepInGrid(event.key, place, grid)
      if (!next) return
      event.preventDefault()
      setPlace(next)
      event.currentTarget.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus()
    },
  }
}
