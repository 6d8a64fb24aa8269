import { scaleLinear } from 'd3-scale'
import type { Range } from './trend-geometry.ts'

/** One line of the chart. `value` is null where nothing may be shown. */
export type DotRow = {
  readonly id: string
  readonly label: string
  readonly value: { readonly band: Range; readonly interval: Range | null } | null
}
export type DotFrame = {
  readonly width: number
  readonly min: number
  readonly max: number
  /** The lowest answer stands on the right, as where people read from right to left. */
  readonly mirrored: boolean
}

const side = 14

/** Where means with their steps and intervals stand on one axis, in pixels from the left. */
export function dotGeometry(rows: readonly DotRow[], { width, min, max, mirrored }: DotFrame) {
  const [left, right] = [side, width - side]
  const x = scaleLinear([min, max], mirrored ? [right, left] : [left, right])
  const between = ({ lo, hi }: Range): Range => ({ lo: Math.min(x(lo), x(hi)), hi: Math.max(x(lo), x(hi)) })
  return {
    left,
    right,
    ticks: x
      .ticks(Math.min(7, max - min + 1))
      .filter((tick) => Number.isInteger(tick))
      .map((tick) => ({ tick, x: x(tick) })),
    places: rows.map(
      ({ value }) => value && { step: between(value.band), interval: between(value.interval ?? value.band) },
    ),
  }
}
