import type { Cell, MeasureFigures, ReleasedWave } from '@chorus/contracts/publish'
import { cutPlaces, type Place } from './cell-places.ts'
import { changeSince, EarlierCells, type EarlierFigures } from './change-since.ts'
import { figuresOf, KnownFigures } from './figures.ts'
import { agreementOf } from './group-agreement.ts'
import { invitedInUnits } from './invited-counts.ts'
import type { BlockMasks, Masks } from './masks.ts'
import { thresholdsOf } from './policy.ts'
import type { PublishInput } from './publish-input.ts'
import { protectedCell, protectedMeasure } from './release.ts'
import type { Repairs } from './repairs.ts'
import { shownCount } from './rules/display-steps.ts'
import { shownResponseRate } from './rules/participation.ts'
import type { Tree } from './tree.ts'
import { pooledSpread, typicalSpread } from './typical-spread.ts'

/** What a repair has made of a block in a cell: not finer than this step, or hidden; null without repair. */
type Step = ReturnType<Repairs['of']>

/**
 * Writes the figures of every cell that the masks leave, as finely as the rules allow, and the same word for all others. What does
 * not depend on masks and repairs is counted once, however often the wave is written; cells that no repair has touched are written once.
 */
export function waveWriter(
  input: PublishInput,
  tree: Tree,
): (masks: Masks, repairs: Repairs) => ReleasedWave {
  const { wave, policy, earlier, counts } = input
  const thresholds = thresholdsOf(policy)
  const own = counts.ownSums()
  const spread = pooledSpread(own, thresholds.organisation)
  const sums = own.rollUp(tree)
  const shownBefore = new EarlierCells(earlier.map((one) => one.wave))
  const known = new KnownFigures()
  const invited = invitedInUnits(input.invited, counts, tree)
  const { blocks } = sums
  const unskipped = blocks.map(
    (_, block) => counts.nobodySkipped(block) && (input.dimensions?.cuts.nobodySkipped(block) ?? true),
  )
  // Made once: most cells of a large organisation are protected, and all of these are the same.
  const hiddenBlocks = blocks.map(({ measures }) => measures.map(protectedMeasure))
  const hiddenMeasures = hiddenBlocks.flat()
  const root = tree.order[0] ?? 0

  function skippedBlocks(): string[] {
    return blocks
      .filter((_, block) => unskipped[block] !== true && sums.sumsOf(root, block, 0).n > 0)
      .map(({ id }) => id)
  }

  function cellOf(place: Place, masks: Masks, steps: readonly Step[]): Cell {
    const { unit, cut, row, minimum } = place
    if (row === null) return protectedCell(unit, cut, hiddenMeasures)
    const answers = place.sums.respondents[row] ?? 0
    const n = shownCount(answers, minimum)
    const people = place.invited === null ? null : Math.max(answers, place.invited)
    const shown = people !== null && people >= thresholds.invited
    const measures: MeasureFigures[] = []
    const earlierAt = shownBefore.at(place)
    for (const [block, mask] of masks.blocks.entries())
      addMeasures(measures, place, row, mask, block, people, steps[block] ?? null, earlierAt)
    return {
      unit,
      cut,
      status: 'published',
      reason: null,
      n,
      invited: shown && input.invited ? people : null,
      responseRate: shown && input.invited ? shownResponseRate(n, answers, people) : null,
      measures,
    }
  }

  function addMeasures(
    all: MeasureFigures[],
    place: Place,
    row: number,
    mask: BlockMasks,
    block: number,
    people: number | null,
    coarser: Step,
    earlierAt: (measure: string) => EarlierFigures | null,
  ): void {
    const measures = blocks[block]?.measures ?? []
    if (!place.shows(mask.means) || coarser === 'hidden') {
      all.push(...(hiddenBlocks[block] ?? []))
      return
    }
    const show = {
      favourable: place.shows(mask.favourable),
      agreement: place.shows(mask.agreement),
      detail: place.shows(mask.detail),
      minimum: place.minimum,
      exactCount: unskipped[block] ?? false,
      coarser,
      population: input.invited ? people : null,
      known,
    }
    for (const [position, measure] of measures.entries()) {
      const typical = typicalSpread(spread, measure)
      const counted = {
        sums: place.sums.sumsOf(row, block, position),
        agreement: show.agreement ? agreementOf(place.sums, row, block, position) : null,
        answers: show.detail ? place.sums.answersOf(row, block, position) : null,
      }
      all.push(
        figuresOf(measure, typical, counted, show, (figures) => {
          const earlier = earlierAt(measure.id)
          return earlier && changeSince(earlier, figures, measure, typical, thresholds.change)
        }),
      )
    }
  }

  /** Every place of the menu for these masks: each unit, followed by its cuts. */
  function placesOf(masks: Masks): Place[] {
    const cutsAt = cutPlaces(input, tree, masks)
    return tree.ids.flatMap((unit, number): Place[] => [
      {
        unit,
        cut: {},
        row: masks.cells.units[number] === 1 ? number : null,
        sums,
        invited: invited[number] ?? 0,
        minimum: thresholds.cell,
        shows: (layer) => layer.units[number] === 1,
      },
      ...(cutsAt[number] ?? []),
    ])
  }

  /** What was written last: cells that no repair has changed since are the same. */
  let last: { masks: Masks; places: readonly Place[]; steps: string[]; cells: Cell[] } | null = null

  return (masks, repairs) => {
    const before = last?.masks === masks ? last : null
    const places = before?.places ?? placesOf(masks)
    const steps: string[] = []
    const cells = places.map((place, i) => {
      const own = blocks.map(({ id }) => repairs.of(place, id))
      steps.push(own.join())
      const same = before?.steps[i] === steps[i] ? before?.cells[i] : undefined
      return same ?? cellOf(place, masks, own)
    })
    last = { masks, places, steps, cells }
    const whole = cells.find((cell) => cell.unit === tree.ids[root])
    return {
      id: wave.id,
      closed: wave.closed,
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
}
