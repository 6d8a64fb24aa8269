import type { Scale } from '@chorus/contracts/instrument'
import type { Cell, Change, MeasureFigures } from '@chorus/contracts/publish'
import { changedMeasures } from '@chorus/instruments/changed-measures'
import type { Measure } from '@chorus/instruments/score'
import { waveChange } from '@chorus/psychometrics/wave-change'
import type { EarlierWave } from './publish-input.ts'
import { bandOf, middleOf, shownSample, spreadOf, widthOf } from './shown-sample.ts'
import { typicalSpread } from './typical-spread.ts'

export type EarlierFigures = {
  readonly wave: string
  readonly figures: MeasureFigures
  /** The typical spread that was released with them. */
  readonly spread: Readonly<Record<string, number>>
  /** Whether the wave asked the same then as now: else nothing can be said of a change. */
  readonly comparable: boolean
}

type ReadWave = {
  readonly id: string
  readonly spread: Readonly<Record<string, number>>
  /** Measures that asked something else then. */
  readonly changed: ReadonlySet<string>
}

/**
 * The shown cells of earlier waves by place, newest first. It answers for each figure where it was shown last, and keeps no
 * entry for each: a large organisation has millions.
 */
export class EarlierCells {
  readonly #at = new Map<string, { readonly from: ReadWave; readonly cell: Cell }[]>()

  /**
   * @param waves oldest first
   * @param now what the new wave asks
   */
  constructor(waves: readonly EarlierWave[], now: readonly Scale[]) {
    for (const { wave, scales } of waves.toReversed()) {
      const from = { id: wave.id, spread: wave.organisation.spread, changed: changedMeasures(scales, now) }
      for (const cell of wave.cells) {
        if (cell.status !== 'published') continue
        const key = keyOf(cell)
        const there = this.#at.get(key)
        if (there) there.push({ from, cell })
        else this.#at.set(key, [{ from, cell }])
      }
    }
  }

  /** Looks up a place once for all its measures. */
  at(place: Pick<Cell, 'unit' | 'cut'>): (measure: string) => EarlierFigures | null {
    const cells = (this.#at.size > 0 && this.#at.get(keyOf(place))) || []
    return (measure) => {
      for (const { from, cell } of cells) {
        const figures = cell.measures.find(({ id }) => id === measure)
        if (figures?.status === 'published')
          return { wave: from.id, figures, spread: from.spread, comparable: !from.changed.has(measure) }
      }
      return null
    }
  }
}

export function keyOf(
  { unit, cut }: { readonly unit: string; readonly cut: Readonly<Record<string, string>> },
  ...more: readonly string[]
): string {
  return JSON.stringify([unit, Object.entries(cut).sort(([a], [b]) => (a < b ? -1 : 1)), ...more])
}

/**
 * Rule: a change is a difference of what was shown. It is called up or down when it is two steps wide or more and its 95 %
 * interval (Welch, with the shown spread, else the typical one, and the error of the steps) excludes 0; below `minimum` answers in either
 * wave nothing is called, and nothing at all is said where the questions were changed in between. Stops: reading from a verdict, a colour or a decimal what the steps hide. Cost: changes below two steps show
 * later.
 */
export function changeSince(
  before: EarlierFigures,
  now: MeasureFigures,
  measure: Measure,
  spread: number,
  minimum: number,
): Change | null {
  if (!before.comparable) return null
  const earlier = before.figures
  if (earlier.n === null || earlier.mean === null || now.n === null || now.mean === null) return null
  const a = shownSample(earlier.n, earlier.mean, spreadOf(earlier, typicalSpread(before.spread, measure)))
  const b = shownSample(now.n, now.mean, spreadOf(now, spread))
  const [from, to] = [bandOf(earlier.mean), bandOf(now.mean)]
  const difference = { lo: rounded(to.lo - from.hi), hi: rounded(to.hi - from.lo) }
  const withoutTest = { since: before.wave, difference, interval: null, smallestSeen: null, test: null }
  if (a.n < minimum || b.n < minimum) return { ...withoutTest, verdict: 'too few' }
  const compared = waveChange(a, b)
  if (!compared.ok) return { ...withoutTest, verdict: 'no change shown' }
  const { interval, se, df } = compared.value
  const twoSteps = rounded(2 * Math.max(widthOf(earlier.mean), widthOf(now.mean)))
  const seen = Math.abs(middleOf(now.mean) - middleOf(earlier.mean)) >= twoSteps - 1e-9
  const verdict = seen && interval.lo > 0 ? 'up' : seen && interval.hi < 0 ? 'down' : 'no change shown'
  const smallestSeen = Math.max(compared.value.smallestSeen, twoSteps)
  const test = { standardError: se, df }
  return { since: before.wave, difference, interval, smallestSeen, test, verdict }
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
