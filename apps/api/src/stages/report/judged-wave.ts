import type { Scale } from '@chorus/contracts/instrument'
import type { Change, MeasureFigures } from '@chorus/contracts/publish'
import type { AskedScale, ComparedFigures } from '@chorus/contracts/report-across-units'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import { changedMeasures } from '@chorus/instruments/changed-measures'
import { type Certainty, certaintyOf } from '@chorus/reporting/change-certainty'
import { changeFamily, falseShare } from '@chorus/reporting/change-family'
import { mayBeSaid, sayableFrom } from '@chorus/reporting/may-be-said'
import type { UnitBreaks } from '../../access/unit-breaks.ts'
import { scaleMeasure } from './scale-measure.ts'
import { figuresIn } from './trend-point.ts'
import type { WaveCells } from './wave-cells.ts'

/** The scales of one wave in many units, its changes judged among all of them. */
export type JudgedWave = {
  readonly scales: readonly AskedScale[]
  readonly comparisons: { readonly made: number; readonly falseShare: number }
  figuresOf(unit: string, scale: string): ComparedFigures
  /** How surely something moved in a unit: on one scale, or on any. */
  certaintyOf(unit: string, scale?: string): Certainty
}

/**
 * Takes the scales of the newest wave out of its released cells and judges all changes that lie in them together, so that every page
 * about many units says the same of each.
 * @param headers oldest first
 * @param newest the last of them
 * @param breaks of the same waves: what a unit was before one is not compared
 * @param units those that the reader may see: of others not even a comparison counts
 */
export function judgedWave(
  newest: ReleaseHeader,
  headers: readonly ReleaseHeader[],
  breaks: UnitBreaks,
  units: readonly string[],
  cells: WaveCells,
): JudgedWave {
  const asked = scalesAsked(newest)
  const labels = new Map(headers.map(({ wave, label }) => [wave, label]))
  const shown = shownScales(newest, headers, breaks, units, cells)
  const changesOf = (unit: string, only?: string) =>
    [...(shown.get(unit) ?? [])].flatMap(([scale, { change }]) =>
      change && (only === undefined || only === scale) ? [change] : [],
    )
  const family = changeFamily(units.flatMap((unit) => changesOf(unit)))
  return {
    scales: asked.map((scale) => {
      const { id, min, max } = scaleMeasure(scale)
      return { id, name: scale.name, min, max }
    }),
    comparisons: { made: family.comparisons, falseShare },
    figuresOf(unit, scale) {
      const found = shown.get(unit)?.get(scale)
      if (!found) return { status: 'protected' }
      const { n, mean, interval, change, newGroup } = found
      if (change === null) return { status: 'published', n, mean, interval, change, newGroup }
      const { since, difference } = change
      const judged = { since: labels.get(since) ?? since, difference, ...family.judge(change) }
      return { status: 'published', n, mean, interval, change: judged, newGroup }
    },
    certaintyOf: (unit, scale) =>
      certaintyOf(changesOf(unit, scale), (change) => family.judge(change).verdict),
  }
}

/** Outcomes are single statements: they stand by themselves. */
export function scalesAsked({ instrument }: ReleaseHeader): Scale[] {
  return instrument.scales.filter(({ role }) => role !== 'outcome')
}

type Shown = Pick<MeasureFigures, 'interval'> & {
  readonly n: NonNullable<MeasureFigures['n']>
  readonly mean: NonNullable<MeasureFigures['mean']>
  readonly change: Change | null
  readonly newGroup: boolean
}

/** Unit -> scale -> what is shown of it; nothing where it is protected. */
function shownScales(
  newest: ReleaseHeader,
  headers: readonly ReleaseHeader[],
  breaks: UnitBreaks,
  units: readonly string[],
  cells: WaveCells,
): Map<string, Map<string, Shown>> {
  const measures = scalesAsked(newest).map(scaleMeasure)
  const from = sayableFrom(newest.policy)
  const askedOtherwise = new Map(
    headers.map(({ wave, instrument }) => [
      wave,
      changedMeasures(instrument.scales, newest.instrument.scales),
    ]),
  )
  const places = new Map(headers.map(({ wave }, at) => [wave, at]))
  return new Map(
    units.map((unit) => {
      const scales = new Map<string, Shown>()
      for (const measure of measures) {
        const figures = figuresIn(cells.get(unit), measure)
        if (!figures || figures.n === null || figures.mean === null || !mayBeSaid(figures.n, from).mean)
          continue
        const { n, mean, interval, change } = figures
        // A release from before this was looked at may hold a change across other questions.
        const asksTheSame = change !== null && !askedOtherwise.get(change.since)?.has(measure.id)
        const newGroup =
          change !== null && breaks.between(unit, places.get(change.since) ?? -1, headers.length - 1)
        scales.set(measure.id, {
          n,
          mean,
          interval,
          change: asksTheSame && !newGroup ? change : null,
          newGroup,
        })
      }
      return [unit, scales]
    }),
  )
}
