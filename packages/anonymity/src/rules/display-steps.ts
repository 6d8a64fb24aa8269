import type { Band, Figure } from '@chorus/contracts/publish'

/**
 * Rule: the fewer answers, the coarser a figure. Steps of a mean times the number of answers stay at 2.5 points or more, so the
 * sum behind a shown mean is uncertain by as much, even to somebody who knows how many answered; and they stay
 * below the standard error of such a mean, so no honest information is lost. It stops unanimous teams, lone dissenters and
 * means with so many decimals that they are the answers. Cost: a mean of five is known to half a point.
 */
export type Steps = {
  /** Of a mean, on a scale whose ends are six points apart or less. */
  readonly mean: number
  /** Of a share, 0 to 1. */
  readonly share: number
}

/** From how many answers a figure may be as fine as this. */
const ladder: readonly (Steps & { readonly from: number })[] = [
  { from: 30, mean: 0.1, share: 0.05 },
  { from: 15, mean: 0.2, share: 0.1 },
  { from: 5, mean: 0.5, share: 0.1 },
  { from: 0, mean: 1, share: 0.1 },
]

/** The steps a repair may go up, finest first. */
export const meanSteps: readonly number[] = [0.1, 0.2, 0.5, 1]

export function stepsFor(n: number): Steps {
  const rung = ladder.find(({ from }) => n >= from)
  return { mean: rung?.mean ?? 1, share: rung?.share ?? 0.1 }
}

/** From here on the number of answers itself is shown. */
const exactFrom = 30
/** A step never changes inside a band, so that no step narrows one down. */
const bandStarts: readonly number[] = [0, 5, 10, 15, 20, exactFrom]

/**
 * The number of answers as it is shown: "5-9", "10-14", "15-19", "20-29", from 30 on exactly; "3-4" where k is as low.
 * @param minimum answers that anything shown needs: the band does not begin below it
 * @param exact whether it may be exact from 30 on; else bands of ten, which do not tell how many left something out
 */
export function shownCount(n: number, minimum: number, exact = true): Figure {
  if (n >= exactFrom) {
    if (exact) return n
    const lo = Math.floor(n / 10) * 10
    return { lo: Math.max(minimum, lo), hi: lo + 9 }
  }
  const next = bandStarts.findIndex((start) => start > n)
  return { lo: Math.max(minimum, bandStarts[next - 1] ?? 0), hi: (bandStarts[next] ?? exactFrom) - 1 }
}

/** A mean as it is shown, as the band of means that would be shown alike. */
export function shownMean(mean: number, range: { min: number; max: number }, step: number): Band {
  return openEnded(mean, range, step * widening(range))
}

/** A share (0 to 1) as it is shown. */
export function shownShare(share: number, step: number): Band {
  return openEnded(share, { min: 0, max: 1 }, step)
}

/**
 * A spread, to one decimal, with open ends: "0.5 or less" is everybody the same as well as one dissenter, and "2.5 or more" (of a
 * possible 3 on seven points) does not say that everybody chose an end.
 */
export function shownSpread(sd: number, range: { min: number; max: number }): Band {
  const points = (range.max - range.min) / 6
  const [lowest, highest] = [0.55 * points, 2.45 * points]
  if (sd < lowest) return { lo: 0, hi: clean(lowest) }
  if (sd >= highest) return { lo: clean(highest), hi: clean(3.1 * points) }
  const middle = Math.round(sd * 10)
  return {
    lo: clean(Math.max(lowest, (middle - 0.5) / 10)),
    hi: clean(Math.min(highest, (middle + 0.5) / 10)),
  }
}

/** Wider scales have wider steps: 1, 2, 5, 10, 20 ... times those of seven points. */
function widening({ min, max }: { min: number; max: number }): number {
  const times = (max - min) / 6
  let power = 1
  for (;;) {
    for (const factor of [1, 2, 5]) if (times <= factor * power) return factor * power
    power *= 10
  }
}

/**
 * Rule: the two outermost steps at either end are one: "1.5 or less", "6.5 or more", "10 % or less", "90 % or more". So nobody and
 * one dissenter look the same, and so do everybody and all but one. It is applied always, never decided for a
 * cell, so that applying it says nothing. Steps are anchored at the lowest possible value. Cost: the ends of a scale are not told apart.
 */
function openEnded(value: number, { min, max }: { min: number; max: number }, step: number): Band {
  // Whole steps counted in numbers that a double holds exactly: bands that should touch, touch.
  const inSteps = (value - min) / step
  const last = Math.floor((max - min) / step + 1e-9)
  const nearest = Math.min(last, Math.floor(inSteps + 0.5 + 1e-9))
  if (nearest <= 1) return { lo: min, hi: Math.min(max, clean(min + 1.5 * step)) }
  if (nearest >= last - 1) return { lo: Math.max(min, clean(min + (last - 1.5) * step)), hi: max }
  return { lo: clean(min + (nearest - 0.5) * step), hi: clean(min + (nearest + 0.5) * step) }
}

/** 5.250000000000001 is 5.25. */
function clean(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
