import { escapeHtml } from './html.ts'
import type { Point, Series } from './report-series.ts'

const width = 340
const height = 132
const plot = { left: 22, right: width - 44, top: 10, bottom: height - 24 }

/**
 * A measure over its waves as an SVG: the mean as a dot, its 95 % interval as a bar behind it, a line between
 * waves that follow each other and are both shown, and an open mark where a wave is protected. A release of one wave lies flat.
 */
export function trendPicture(series: Series): string {
  const single = series.waves.length === 1
  const box = single ? `0 0 ${width} 56` : `0 0 ${width} ${height}`
  const body = single ? flatPicture(series) : risingPicture(series)
  return `<svg viewBox="${box}" role="img" aria-label="${escapeHtml(sentenceOf(series))}">${body}</svg>`
}

function risingPicture({ points, waves, min, max }: Series): string {
  const x = (at: number) => plot.left + 14 + ((plot.right - plot.left - 28) * at) / (waves.length - 1)
  const y = (value: number) => plot.bottom - ((plot.bottom - plot.top) * (value - min)) / (max - min)
  const marks = points.map(({ shown, at }) => {
    if (!shown) return `<circle class="hidden" cx="${px(x(at))}" cy="${px(plot.bottom - 7)}" r="3.5"/>`
    const { interval, mean } = shown
    const ends = interval && [interval.lo, interval.hi].map((value) => px(y(inside(value, min, max))))
    const bar = ends
      ? `<line class="interval" x1="${px(x(at))}" x2="${px(x(at))}" y1="${ends[0]}" y2="${ends[1]}"/>`
      : ''
    return `${bar}<circle class="mean" cx="${px(x(at))}" cy="${px(y(mean))}" r="3.6"/>`
  })
  const lines = points.slice(1).flatMap(({ shown, at }, i) => {
    const before = points[i]
    if (!shown || !before?.shown) return []
    const from = `x1="${px(x(before.at))}" y1="${px(y(before.shown.mean))}"`
    return [`<line class="trend" ${from} x2="${px(x(at))}" y2="${px(y(shown.mean))}"/>`]
  })
  return [gridOf(min, max, y), ...lines, ...marks, lastValue(points, x, y), waveNames(waves, x)].join('')
}

/** Whole points as faint lines, the lowest and highest with their number. */
function gridOf(min: number, max: number, y: (value: number) => number): string {
  const step = Math.max(1, Math.ceil((max - min) / 8))
  const values: number[] = []
  for (let value = min; value <= max; value += step) values.push(value)
  const lines = values.map(
    (value) =>
      `<line class="grid" x1="${plot.left}" x2="${plot.right}" y1="${px(y(value))}" y2="${px(y(value))}"/>`,
  )
  const labels = [min, max].map(
    (value) =>
      `<text class="axis" x="${plot.left - 6}" y="${px(y(value) + 3.5)}" text-anchor="end">${value}</text>`,
  )
  return lines.join('') + labels.join('')
}

function lastValue(
  points: readonly Point[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  const last = points.findLast((point) => point.shown !== null)
  if (!last?.shown) return ''
  const { mean } = last.shown
  return `<text class="value" x="${px(x(last.at) + 9)}" y="${px(y(mean) + 4.5)}">${mean.toFixed(1)}</text>`
}

/** First and last wave; the table has them all. */
function waveNames(waves: readonly string[], x: (at: number) => number): string {
  const name = (wave: string | undefined, at: number, anchor: 'start' | 'end') =>
    `<text class="axis" x="${px(at)}" y="${height - 6}" text-anchor="${anchor}">${escapeHtml(short(wave ?? ''))}</text>`
  const end = Math.min(width - 4, x(waves.length - 1) + 30)
  return name(waves[0], plot.left, 'start') + name(waves.at(-1), end, 'end')
}

function flatPicture({ points: [point], min, max }: Series): string {
  const x = (value: number) => plot.left + ((width - 2 * plot.left) * (value - min)) / (max - min)
  const axis = `<line class="grid" x1="${plot.left}" x2="${width - plot.left}" y1="30" y2="30"/>`
  const ends = [min, max].map(
    (value) => `<text class="axis" x="${px(x(value))}" y="48" text-anchor="middle">${value}</text>`,
  )
  if (!point?.shown) return axis + ends.join('')
  const { mean, interval } = point.shown
  const bar = interval
    ? `<line class="interval" x1="${px(x(inside(interval.lo, min, max)))}" x2="${px(x(inside(interval.hi, min, max)))}" y1="30" y2="30"/>`
    : ''
  return `${axis}${ends.join('')}${bar}<circle class="mean" cx="${px(x(mean))}" cy="30" r="4.2"/><text class="value" x="${px(x(mean))}" y="17" text-anchor="middle">${mean.toFixed(1)}</text>`
}

function sentenceOf({ name, points, min, max }: Series): string {
  const shown = points.flatMap((point) =>
    point.shown ? [`${point.wave}: ${point.shown.mean.toFixed(1)}`] : [],
  )
  const values = shown.length > 0 ? shown.join(', ') : 'not shown, to protect anonymity'
  return `${name}, mean from ${min} to ${max}. ${values}.`
}

const px = (value: number) => value.toFixed(1)
const inside = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value))
const short = (wave: string) => (wave.length > 14 ? `${wave.slice(0, 13)}…` : wave)
