import { scaleLinear, scalePoint } from 'd3-scale'
import { area, line } from 'd3-shape'
import { textWidth } from './text-width.ts'

export type Range = { readonly lo: number; readonly hi: number }
/** One place on the time axis. `value` is null where nothing is shown: the line has a gap there. */
export type ChartPoint = {
  readonly label: string
  readonly value: { readonly middle: number; readonly band: Range; readonly interval: Range | null } | null
  /** It cannot be compared with what stands before it: the line breaks here. */
  readonly startsAnew?: boolean
  /** It comes from elsewhere: it has a mark of another shape. */
  readonly isForeign?: boolean
  /** There is nothing that could be shown: the gap is empty, without hatching. */
  readonly isAbsent?: boolean
}
export type ChartFrame = {
  width: number
  height: number
  min: number
  max: number
  /** The first wave stands on the right, as where people read from right to left. */
  mirrored?: boolean
}

const margin = { top: 10, end: 6, bottom: 30, start: 26 }

/** Everything that a trend chart draws, in pixels of its frame. */
export function trendGeometry(points: readonly ChartPoint[], frame: ChartFrame) {
  const { width, height, min, max } = frame
  const [top, bottom] = [margin.top, height - margin.bottom]
  const [left, right] = frame.mirrored
    ? [margin.end, width - margin.start]
    : [margin.start, width - margin.end]
  const places = scalePoint(
    points.map((_, index) => index),
    frame.mirrored ? [right, left] : [left, right],
  ).padding(0.5)
  const step = points.length > 1 ? places.step() : right - left
  const x = (index: number) => places(index) ?? 0
  /** A place, told in pixels from the side on which time begins; and back. */
  const along = (place: number) => (frame.mirrored ? width - place : place)
  const y = scaleLinear([min, max], [bottom, top])
  const runs = runsOf(points)
  return {
    x,
    y,
    step,
    plot: { left, right, top, bottom },
    /** Where the figures of the axis stand: at the side on which time begins. */
    axis: frame.mirrored ? right + 8 : left - 8,
    ticks: ticksOf(min, max),
    labels: labelsThatFit(points, (index) => along(x(index)), width).map((label) => ({
      ...label,
      x: along(label.x),
    })),
    lines: runs.filter((run) => run.length > 1).map((run) => lineThrough(run, x, y)),
    breaks: points.flatMap(({ startsAnew }, index) => (startsAnew ? [x(index) - step / 2] : [])),
    areas: runs.filter((run) => run.length > 1).map((run) => areaAround(run, x, y)),
    gaps: gapsOf(points).map(({ from, to }) => ({
      from,
      left: Math.max(left, Math.min(x(from), x(to)) - step / 2),
      right: Math.min(right, Math.max(x(from), x(to)) + step / 2),
    })),
  }
}

type Shown = { index: number; value: NonNullable<ChartPoint['value']> }

/** Neighbouring points that are shown and comparable, so that no line runs over a gap. */
function runsOf(points: readonly ChartPoint[]): Shown[][] {
  const runs: Shown[][] = []
  points.forEach(({ value, startsAnew }, index) => {
    if (!value) return
    const run = runs.at(-1)
    if (run && !startsAnew && run.at(-1)?.index === index - 1) run.push({ index, value })
    else runs.push([{ index, value }])
  })
  return runs
}

function gapsOf(points: readonly ChartPoint[]): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = []
  points.forEach(({ value, isAbsent = false }, index) => {
    if (value || isAbsent) return
    const gap = gaps.at(-1)
    if (gap && gap.to === index - 1) gap.to = index
    else gaps.push({ from: index, to: index })
  })
  return gaps
}

type ToPixel = (value: number) => number

function lineThrough(run: readonly Shown[], x: ToPixel, y: ToPixel): string {
  return (
    line<Shown>(
      ({ index }) => x(index),
      ({ value }) => y(value.middle),
    )(run) ?? ''
  )
}

function areaAround(run: readonly Shown[], x: ToPixel, y: ToPixel): string {
  return (
    area<Shown>(
      ({ index }) => x(index),
      ({ value }) => y((value.interval ?? value.band).lo),
      ({ value }) => y((value.interval ?? value.band).hi),
    )(run) ?? ''
  )
}

/** Whole numbers, at most seven or so of them. */
function ticksOf(min: number, max: number): number[] {
  return scaleLinear([min, max], [0, 1])
    .ticks(Math.min(7, max - min + 1))
    .filter((tick) => Number.isInteger(tick))
}

/** As many labels as fit beside each other, from the last backwards; none reaches over the edge. */
function labelsThatFit(
  points: readonly ChartPoint[],
  x: ToPixel,
  width: number,
): { index: number; x: number }[] {
  const labels: { index: number; x: number }[] = []
  let free = width
  points.toReversed().forEach(({ label }, fromEnd) => {
    const index = points.length - 1 - fromEnd
    const half = textWidth(label) / 2
    const centre = Math.min(x(index), width - half)
    if (centre + half > free || centre - half < 0) return
    labels.unshift({ index, x: centre })
    free = centre - half - 10
  })
  return labels
}
