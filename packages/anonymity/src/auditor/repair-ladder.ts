import type { Cell } from '@chorus/contracts/publish'
import type { AuditedBlock } from './audit-input.ts'

/** Steps of a mean on seven points, finest first; after the last one the block is hidden. */
const ladder = [0.1, 0.2, 0.5, 1] as const
/** Hiding counts as three steps more: 2, 5, and then a mean would say only that it lies on the scale. */
const hiddenRung = ladder.length + 2

export type RepairStep = (typeof ladder)[number] | 'hidden'

/**
 * The next step down of a block in a cell, and what it costs: answers times steps lost. The step it has now is read off its own bands, so
 * nothing but the display is needed: the next one is the first that is wider than the narrowest band.
 * @returns null where the cell does not show the block
 */
export function nextStep(cell: Cell, block: AuditedBlock): { step: RepairStep; cost: number } | null {
  const widths = block.measures.flatMap(({ id, min, max }) => {
    const mean = cell.measures.find((one) => one.id === id)?.mean ?? null
    if (mean === null) return []
    // Wider scales have wider steps.
    return typeof mean === 'number' ? [0] : [(mean.hi - mean.lo) / Math.max(1, (max - min) / 6)]
  })
  if (widths.length === 0) return null
  const narrowest = Math.min(...widths) + 1e-9
  const next = ladder.findIndex((step) => step > narrowest)
  const now = ladder.findLastIndex((step) => step <= narrowest)
  const answers = typeof cell.n === 'number' ? cell.n : (cell.n?.lo ?? 0)
  return { step: ladder[next] ?? 'hidden', cost: answers * ((next === -1 ? hiddenRung : next) - now) }
}
