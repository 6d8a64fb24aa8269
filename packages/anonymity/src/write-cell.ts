import type { Cell, MeasureFigures } from '@chorus/contracts/publish'
import type { Place } from './cell-places.ts'
import { changeSince, EarlierCells, type EarlierFigures } from './change-since.ts'
import type { CountedWave } from './counted-wave.ts'
import { figuresOf, KnownFigures } from './figures.ts'
import { agreementOf } from './group-agreement.ts'
import type { Masks } from './masks.ts'
import { thresholdsOf } from './policy.ts'
import type { PublishInput } from './publish-input.ts'
import { protectedCell, protectedMeasure } from './release.ts'
import type { Repairs } from './repairs.ts'
import { shownCount } from './rules/display-steps.ts'
import { shownResponseRate } from './rules/participation.ts'
import { typicalSpread } from './typical-spread.ts'

/** What a repair has made of a block in a cell: not finer than this step, or hidden; null without repair. */
export type Step = ReturnType<Repairs['of']>

/** Writes the figures of a cell that the masks leave, as finely as the rules allow, and the same word for all others. */
export function cellWriter(
  input: PublishInput,
  { sums, spread, unskipped }: CountedWave,
): (place: Place, masks: Masks, steps: readonly Step[]) => Cell {
  const thresholds = thresholdsOf(input.policy)
  const shownBefore = new EarlierCells(input.earlier, input.counts.scales)
  const known = new KnownFigures()
  const { blocks } = sums
  // Made once: most cells of a large organisation are protected, and all of these are the same.
  const hiddenBlocks = blocks.map(({ measures }) => measures.map(protectedMeasure))
  const hiddenMeasures = hiddenBlocks.flat()

  return (place, masks, steps) => {
    const { unit, cut, row, minimum } = place
    if (row === null) return protectedCell(unit, cut, hiddenMeasures)
    const answers = place.sums.respondents[row] ?? 0
    const n = shownCount(answers, minimum)
    const people = place.invited === null ? null : Math.max(answers, place.invited)
    const shown = people !== null && people >= thresholds.invited
    const before = shownBefore.at(place)
    return {
      unit,
      cut,
      status: 'published',
      reason: null,
      n,
      invited: shown && input.invited ? people : null,
      responseRate: shown && input.invited ? shownResponseRate(n, answers, people) : null,
      measures: blocks.flatMap((_, block) =>
        measuresOf(place, row, masks, block, people, steps[block] ?? null, before),
      ),
    }
  }

  function measuresOf(
    place: Place,
    row: number,
    masks: Masks,
    block: number,
    people: number | null,
    coarser: Step,
    before: (measure: string) => EarlierFigures | null,
  ): readonly MeasureFigures[] {
    const mask = masks.blocks[block]
    if (!mask || !place.shows(mask.means) || coarser === 'hidden') return hiddenBlocks[block] ?? []
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
    return (blocks[block]?.measures ?? []).map((measure, position) => {
      const typical = typicalSpread(spread, measure)
      const counted = {
        sums: place.sums.sumsOf(row, block, position),
        agreement: show.agreement ? agreementOf(place.sums, row, block, position) : null,
        answers: show.detail ? place.sums.answersOf(row, block, position) : null,
      }
      return figuresOf(measure, typical, counted, show, (figures) => {
        const last = before(measure.id)
        return last && changeSince(last, figures, measure, typical, thresholds.change)
      })
    })
  }
}
