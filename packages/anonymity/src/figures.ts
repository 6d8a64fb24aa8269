import type { Change, MeasureFigures } from '@chorus/contracts/publish'
import type { Measure } from '@chorus/instruments/score'
import { meanInterval } from '@chorus/psychometrics/mean-interval'
import { type Moments, sampleOf } from '@chorus/psychometrics/moments'
import { wilsonInterval } from '@chorus/psychometrics/wilson-interval'
import { protectedMeasure } from './release.ts'

/**
 * The figures of one measure in one shown cell. Means of a scale are means over people of their own means.
 * @param population people invited, where that is known
 */
export function figuresOf(
  measure: Measure,
  sums: Moments & { favourable: number; divisor: number },
  show: { favourable: boolean; population: number | null },
  changeOf: (figures: MeasureFigures) => Change | null,
): MeasureFigures {
  const sample = sampleOf(sums, { origin: measure.min, divisor: sums.divisor })
  if (!sample) return protectedMeasure(measure)
  const interval = meanInterval(sample)
  const ofInvited = show.population === null ? null : meanInterval(sample, show.population)
  const figures: MeasureFigures = {
    ...protectedMeasure(measure),
    status: 'published',
    n: sample.n,
    mean: sample.mean,
    sd: sample.sd,
    interval: interval.ok ? interval.value : null,
    intervalOfInvited: ofInvited?.ok ? ofInvited.value : null,
    favourable: show.favourable ? sums.favourable / sums.n : null,
    favourableInterval: show.favourable ? wilsonInterval(sums.favourable, sums.n) : null,
  }
  return { ...figures, change: changeOf(figures) }
}
