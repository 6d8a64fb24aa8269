import type { ScaleTrend, TrendPoint } from '@chorus/contracts/report'
import { bandOf, middleOf } from '../../lib/format/figures.ts'
import type { ChartPoint, Range } from '../../ui/chart/trend-geometry.ts'

export type WaveLabel = { id: string; label: string; imported?: boolean }

/** A point for each wave of the report, in its order; a wave without a figure is a gap. */
export function chartPoints(trend: Pick<ScaleTrend, 'points'>, waves: readonly WaveLabel[]): ChartPoint[] {
  return waves.map(({ id, label, imported = false }) => {
    const point = pointAt(trend, id)
    if (point?.status === 'not asked') return { label, value: null, isAbsent: true }
    if (point?.status !== 'published') return { label, value: null }
    return {
      label,
      startsAnew: point.startsAnew || point.newGroup,
      isForeign: imported,
      value: { middle: middleOf(point.mean), band: bandOf(point.mean), interval: point.interval },
    }
  })
}

export function pointAt(trend: Pick<ScaleTrend, 'points'>, wave: string): TrendPoint | undefined {
  return trend.points.find((point) => point.wave === wave)
}

/** One domain for a set of small charts, wide enough that a small step does not look like a leap. */
export function sharedDomain(sets: readonly (readonly ChartPoint[])[], min: number, max: number): Range {
  const values = sets.flat().flatMap(({ value }) => (value ? [value.middle] : []))
  if (values.length === 0) return { lo: min, hi: max }
  const [lo, hi] = [Math.min(...values), Math.max(...values)]
  const room = Math.max(0.25, ((max - min) / 3 - (hi - lo)) / 2)
  return { lo: Math.max(min, lo - room), hi: Math.min(max, hi + room) }
}
