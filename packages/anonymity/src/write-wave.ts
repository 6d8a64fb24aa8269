import type { Cell, ReleasedWave } from '@chorus/contracts/publish'
import { cutPlaces, type Place } from './cell-places.ts'
import { countWave } from './counted-wave.ts'
import type { Masks } from './masks.ts'
import { thresholdsOf } from './policy.ts'
import type { PublishInput } from './publish-input.ts'
import type { Repairs } from './repairs.ts'
import type { Tree } from './tree.ts'
import { cellWriter } from './write-cell.ts'

/**
 * Writes a wave again and again, each time with more repairs: what does not depend on masks and repairs is counted once, and cells
 * that no repair has touched stay the same objects.
 */
export function waveWriter(
  input: PublishInput,
  tree: Tree,
): (masks: Masks, repairs: Repairs) => ReleasedWave {
  const counted = countWave(input, tree)
  const { sums, spread, unskipped } = counted
  const writeCell = cellWriter(input, counted)
  const minimum = thresholdsOf(input.policy).cell
  const root = tree.order[0] ?? 0
  let last: { masks: Masks; places: readonly Place[]; steps: string[]; cells: Cell[] } | null = null

  return (masks, repairs) => {
    const before = last?.masks === masks ? last : null
    const places = before?.places ?? placesOf(masks)
    const steps: string[] = []
    const cells = places.map((place, i) => {
      const own = sums.blocks.map(({ id }) => repairs.of(place, id))
      steps.push(own.join())
      const same = before?.steps[i] === steps[i] ? before?.cells[i] : undefined
      return same ?? writeCell(place, masks, own)
    })
    last = { masks, places, steps, cells }
    const whole = cells.find((cell) => cell.unit === tree.ids[root])
    const { id, closed } = input.wave
    return {
      id,
      closed,
      cells,
      organisation: {
        n: whole?.n ?? null,
        invited: whole?.invited ?? null,
        responseRate: whole?.responseRate ?? null,
        spread: whole?.status === 'published' ? spread : {},
        skipped: whole?.status === 'published' ? skippedBlocks() : [],
        audit: null,
      },
    }
  }

  /** Every place of the menu: each unit, followed by its cuts. */
  function placesOf(masks: Masks): Place[] {
    const cutsAt = cutPlaces(input, tree, masks)
    return tree.ids.flatMap((unit, number): Place[] => [
      {
        unit,
        cut: {},
        row: masks.cells.units[number] === 1 ? number : null,
        sums,
        invited: counted.invited[number] ?? 0,
        minimum,
        shows: (layer) => layer.units[number] === 1,
      },
      ...(cutsAt[number] ?? []),
    ])
  }

  function skippedBlocks(): string[] {
    return sums.blocks
      .filter((_, block) => unskipped[block] !== true && sums.sumsOf(root, block, 0).n > 0)
      .map(({ id }) => id)
  }
}
