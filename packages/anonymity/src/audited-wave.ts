import type { Cell } from '@chorus/contracts/publish'
import type { Block } from '@chorus/instruments/score'
import type { AuditedBlock, AuditedWave } from './auditor/audit-input.ts'
import type { PublishInput } from './publish-input.ts'
import { protectedCell } from './release.ts'

/**
 * The cells of a wave as the auditor is given them, with who is behind them. Where answers of cuts were sent apart nobody knows whose
 * they are: their cells are audited by themselves (`auditedCategories`), and their place beside the tree was decided and
 * attacked at sealing.
 */
export function auditedWave(
  {
    units,
    counts,
    dimensions,
    wave,
    stayed,
  }: Pick<PublishInput, 'units' | 'counts' | 'dimensions' | 'wave' | 'stayed'>,
  cells: readonly Cell[],
): AuditedWave {
  return {
    id: wave.id,
    units,
    groups: counts.groups(),
    blocks: auditedBlocks(counts.tally.blocks),
    cells: cellsAudited({ dimensions }, cells),
    ...(stayed && { stayed }),
  }
}

/** Cells of the tree alone where cuts were sent apart. */
export function cellsAudited(
  { dimensions }: { readonly dimensions?: PublishInput['dimensions'] | undefined },
  cells: readonly Cell[],
): readonly Cell[] {
  return dimensions ? cells.filter((cell) => Object.keys(cell.cut).length === 0) : cells
}

/** The cells of each cut that was sent apart, as a wave of its own: people of one category are in no other. */
export function auditedCategories(
  { units, counts, dimensions, wave }: Pick<PublishInput, 'units' | 'counts' | 'dimensions' | 'wave'>,
  cells: readonly Cell[],
): AuditedWave[] {
  if (!dimensions) return []
  const root = units.filter(({ parent }) => parent === null)
  const whole = root.map(({ id }) => protectedCell(id, {}, []))
  return dimensions.cuts.attributes.map((name) => ({
    id: wave.id,
    units: root,
    groups: dimensions.cuts.groups().filter((group) => name in group.cut),
    blocks: auditedBlocks(counts.tally.blocks),
    cells: [...whole, ...cells.filter((cell) => cell.unit === root[0]?.id && name in cell.cut)],
  }))
}

export function auditedBlocks(blocks: readonly Block[]): AuditedBlock[] {
  return blocks.map(({ id, measures }) => ({
    id,
    measures: measures.map((measure) => ({
      id: measure.id,
      min: measure.min,
      max: measure.max,
      isScale: measure.type === 'scale',
    })),
  }))
}
