import type { MeasureFigures, Release } from '@chorus/contracts/publish'
import { textIn } from '@chorus/instruments/localise'
import { blocksOf } from '@chorus/instruments/score'

/** Figures as they were released; where they may be shown, number and mean are there. */
type ShownFigures = MeasureFigures & {
  readonly n: NonNullable<MeasureFigures['n']>
  readonly mean: NonNullable<MeasureFigures['mean']>
}

/** One wave of one measure in one unit, as a page shows it; `shown` is null where it is protected. */
export type Point = {
  readonly wave: string
  /** Place among all waves of the release, from 0: pictures beside each other share their time axis. */
  readonly at: number
  readonly shown: ShownFigures | null
}

export type Series = {
  readonly id: string
  readonly name: string
  readonly type: 'scale' | 'item' | 'outcome'
  readonly min: number
  readonly max: number
  /** All waves of the release, also those that did not ask this. */
  readonly waves: readonly string[]
  readonly points: readonly Point[]
}

/** A scale with its items below it, or an outcome item alone. */
export type SeriesBlock = { readonly head: Series; readonly items: readonly Series[] }

/** Unit -> its blocks over all waves, in the order of the questionnaire. Waves that did not ask are left out. */
export function seriesOf(release: Release): (unit: string) => SeriesBlock[] {
  const names = namesOf(release)
  const blocks = blocksOf(release.instrument.scales)
  const waves = release.waves.map((wave) => wave.id)
  const cells = release.waves.map((wave) => ({
    wave: wave.id,
    byUnit: new Map(
      wave.cells.filter((cell) => Object.keys(cell.cut).length === 0).map((cell) => [cell.unit, cell]),
    ),
  }))

  return (unit) => {
    const points = new Map<string, Point[]>()
    for (const [at, { wave, byUnit }] of cells.entries())
      for (const figures of byUnit.get(unit)?.measures ?? []) {
        const { n, mean } = figures
        const shown = n === null || mean === null ? null : { ...figures, n, mean }
        const known = points.get(figures.id) ?? []
        points.set(figures.id, known)
        known.push({ wave, at, shown })
      }
    return blocks.flatMap(({ measures }) => {
      const [head, ...items] = measures.map((measure) => ({
        ...measure,
        name: names.get(measure.id) ?? measure.id,
        waves,
        points: points.get(measure.id) ?? [],
      }))
      return head && head.points.length > 0 ? [{ head, items }] : []
    })
  }
}

/** What scales and items are called, in English. */
export function namesOf({ instrument }: Pick<Release, 'instrument'>): Map<string, string> {
  return new Map(
    instrument.scales.flatMap((scale): [string, string][] => [
      [scale.id, textIn(scale.name, 'en')],
      ...scale.items.map((item): [string, string] => [item.id, textIn(item.text, 'en')]),
    ]),
  )
}
