import type { Change, Figure, MeasureFigures, ReleasedWave } from '@chorus/contracts/publish'
import { waveChange } from '@chorus/psychometrics/wave-change'

export type EarlierFigures = { readonly wave: string; readonly figures: MeasureFigures }

/** For every unit and measure the latest earlier wave in which it was published. Built once per wave. */
export function latestPublished(earlier: readonly ReleasedWave[]): Map<string, EarlierFigures> {
  const latest = new Map<string, EarlierFigures>()
  for (const wave of earlier)
    for (const cell of wave.cells)
      for (const figures of cell.measures)
        if (figures.status === 'published' && Object.keys(cell.cut).length === 0)
          latest.set(keyOf(cell.unit, figures.id), { wave: wave.id, figures })
  return latest
}

export function keyOf(unit: string, measure: string): string {
  return JSON.stringify([unit, measure])
}

/**
 * Compares two releases of a measure, from what was released and nothing else. A change is called up or down when its
 * 95 % interval excludes 0; below `minimum` answers in either wave nothing is called.
 */
export function changeSince(before: EarlierFigures, now: MeasureFigures, minimum: number): Change | null {
  const [a, b] = [sampleOfFigures(before.figures), sampleOfFigures(now)]
  if (!a || !b) return null
  const compared = waveChange(a, b)
  const difference = b.mean - a.mean
  const withoutTest = { since: before.wave, difference, interval: null, smallestSeen: null }
  if (a.n < minimum || b.n < minimum) return { ...withoutTest, verdict: 'too few' }
  if (!compared.ok) return { ...withoutTest, verdict: 'no change shown' }
  const { interval, smallestSeen } = compared.value
  const verdict = interval.lo > 0 ? 'up' : interval.hi < 0 ? 'down' : 'no change shown'
  return { since: before.wave, difference, interval, smallestSeen, verdict }
}

function sampleOfFigures({
  n,
  mean,
  sd,
}: MeasureFigures): { n: number; mean: number; sd: number | null } | null {
  if (n === null || mean === null) return null
  return { n: middleOf(n), mean: middleOf(mean), sd: sd === null ? null : middleOf(sd) }
}

/** Where only a band was released, its middle stands for it. */
function middleOf(figure: Figure): number {
  return typeof figure === 'number' ? figure : (figure.lo + figure.hi) / 2
}
