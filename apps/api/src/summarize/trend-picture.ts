import { escapeHtml } from './html.ts'
import type { Point, Series } from './report-series.ts'

const width = 340
const height = 132
const plot = { left: 22, right: width - 44, top: 10, bottom: height - 24 }

/**
 * A measure over its waves as an SVG: the mean as a dot, its 95 % interval as a bar behind it, a line between
 * neighbouring waves that are both shown, and an open mark where a wave is protected. One wave alone lies flat.
 */
export function trendPicture(series: Series): string {
  const label = escapeHtml(sentenceOf(series))
  const body = series.points.length === 1 ? flatPicture(series) : risingPicture(series)
  const box = series.points.length === 1 ? `0 0 ${width} 56` : `0 0 ${width} ${height}`
  return `<svg viewBox="${box}" role="img" aria-label="${label}">${body}</svg>`
}

function risingPicture({ points, min, max }: Series): string {
  const x = (i: number) =>
    plot.left + 14 + ((plot.right - plot.left - 28) * i) / Math.max(1, points.length - 1)
  const y = (value: number) => plot.bottom - ((plot.bottom - plot.top) * (value - min)) / (max - min)
  const marks = points.map(({ shown }, i) => {
    if (!shown) return `<circle class="hidden" cx="${px(x(i))}" cy="${px(plot.bottom - 7)}" r="3.5"/>`
    const { interval, mean } = shown
    const bar = interval
      ? `<line class="interval" x1="${px(x(i))}" x2="${px(x(i))}" y1="${px(y(inside(interval.lo, min, max)))}" y2="${px(y(inside(interval.hi, min, max)))}"/>`
      : ''
    return `${bar}<circle class="mean" cx="${px(x(i))}" cy="${px(y(mean))}" r="3.6"/>`
  })
  const lines = points.slice(1).flatMap(({ shown }, i) => {
    const before = points[i]?.shown
    return shown && before
      ? [
          `<line class="trend" x1="${px(x(i))}" y1="${px(y(before.mean))}" x2="${px(x(i + 1))}" y2="${px(y(shown.mean))}"/>`,
        ]
      : []
  })
  return (
    gridOf(min, max, y) + lines.join('') + marks.join('') + lastValue(points, x, y) + waveNames(points, x)
  )
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

function lastValue(points: readonly Point[], x: (i: number) => number, y: (value: number) => number): string {
  const last = points.findLastIndex((point) => point.shown !== null)
  const mean = points[last]?.shown?.mean
  if (mean === undefined) return ''
  return `<text class="value" x="${px(x(last) + 9)}" y="${px(y(mean) + 4.5)}">${mean.toFixed(1)}</text>`
}

/** First and last wave; the table has them all. */
function waveNames(points: readonly Point[], x: (i: number) => number): string {
  const ends = [
    { i: 0, anchor: 'start', at: plot.left },
    { i: points.length - 1, anchor: 'end', at: Math.min(width - 4, x(points.length - 1) + 30) },
  ]
  return ends
    .map(
      ({ i, anchor, at }) =>
        `<text class="axis" x="${px(at)}" y="${height - 6}" text-anchor="${anchor}">${escapeHtml(short(points[i]?.wave ?? ''))}</text>`,
    )
    .join('')
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
