import type { Statistic } from '@chorus/psychometrics/absent'
import type { Interval } from '@chorus/psychometrics/mean-interval'

/** An interval as cases write it. */
export function pair({ lo, hi }: Interval): [number, number] {
  return [lo, hi]
}

/** The same, where there may be none. */
export function pairOrNull(interval: Statistic<Interval>): [number, number] | null {
  return interval.ok ? pair(interval.value) : null
}

/** Positions as cases count them, from 1. */
export function fromOne(positions: readonly number[]): number[] {
  return positions.map((position) => position + 1)
}
