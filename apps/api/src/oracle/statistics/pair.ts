import type { Interval } from '@chorus/psychometrics/mean-interval'

/** An interval as cases write it. */
export function pair({ lo, hi }: Interval): [number, number] {
  return [lo, hi]
}

/** Positions as cases count them, from 1. */
export function fromOne(positions: readonly number[]): number[] {
  return positions.map((position) => position + 1)
}
