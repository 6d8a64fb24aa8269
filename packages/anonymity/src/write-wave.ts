import type { Cell, MeasureFigures, ReleasedWave } from '@chorus/contracts/publish'
import { changeSince, keyOf, latestPublished } from './change-since.ts'
import { figuresOf } from './figures.ts'
import type { Masks } from './masks.ts'
import { thresholdsOf } from './policy.ts'
import type { PublishInput } from './publish-input.ts'
import { protectedCell, protectedMeasure } from './release.ts'
import { rollUp, type Tree } from './tree.ts'

/** Writes the figures of every cell that the masks leave, and the same word for all others. */
export function writeWave(input: PublishInput, tree: Tree, masks: Masks): ReleasedWave {
  const { wave, policy, earlier } = input
  const thresholds = thresholdsOf(policy)
  const tally = input.tally.rolledUp(tree)
  const before = latestPublished(earlier)
  const invitedOf = invitedCounts(input, tree)
  // Made once: most cells of a large organisation are protected, and all of these are the same.
  const hiddenBlocks = tally.blocks.map(({ measures }) => measures.map(protectedMeasure))
  const hiddenMeasures = hiddenBlocks.flat()

  function cellOf(unit: number, id: string): Cell {
    if (masks.cells[unit] !== 1) return protectedCell(id, hiddenMeasures)
    const n = tally.respondents[unit] ?? 0
    const invited = Math.max(n, invitedOf[unit] ?? 0)
    const shown = invited >= thresholds.invited
    return {
      unit: id,
      cut: {},
      status: 'published',
      reason: null,
      n,
      invited: shown ? invited : null,
      responseRate: shown && input.invited ? n / invited : null,
      measures: tally.blocks.flatMap((_, block) => measuresOf(unit, id, block, invited)),
    }
  }

  function measuresOf(unit: number, id: string, block: number, invited: number): MeasureFigures[] {
    const mask = masks.blocks[block]
    const measures = tally.blocks[block]?.measures ?? []
    if (mask?.means[unit] !== 1) return hiddenBlocks[block] ?? []
    const show = {
      favourable: mask.favourable[unit] === 1,
      population: input.invited ? invited : null,
    }
    return measures.map((measure, position) =>
      figuresOf(measure, tally.sumsOf(unit, block, position), show, (figures) => {
        const last = before.get(keyOf(id, measure.id))
        return last ? changeSince(last, figures, thresholds.change) : null
      }),
    )
  }

  const cells = tree.ids.map((id, unit) => cellOf(unit, id))
  const whole = cells[tree.order[0] ?? 0]
  return {
    id: wave.id,
    closed: wave.closed,
    cells,
    organisation: {
      n: whole?.n ?? null,
      invited: whole?.invited ?? null,
      responseRate: whole?.responseRate ?? null,
    },
  }
}

/** People invited in every unit with all below it; without a list every answer counts as one invited person. */
function invitedCounts({ invited, tally }: PublishInput, tree: Tree): Uint32Array {
  const own = invited ? Uint32Array.from(tree.ids, (id) => invited.get(id) ?? 0) : tally.respondents.slice()
  return rollUp(own, 1, tree)
}
