import type { Figure } from '@chorus/contracts/publish'
import { escapeHtml } from './html.ts'
import type { Series } from './report-series.ts'
import { meanText, middleOf } from './shown-words.ts'

const width = 340
const height = 132
const plot = { left: 22, right: width - 44, top: 10, bottom: height - 24 }

/**
 * A measure over its waves as an SVG: the step of the mean as a bar, its 95 % interval as a pale bar behind it, a line between
 * waves that follow each other and are both shown, and an open mark where a wave is protected. A release of one wave lies flat.
 */
export function trendPicture(series: Series): string {
  const single = series.waves.length === 1
  const box = single ? `0 0 ${width} 56` : `0 0 ${width} ${height}`
  const body = single ? flatPicture(series) : risingPicture(series)
  return `<svg viewBox="${box}" role="img" aria-label="${escapeHtml(sentenceOf(series))}">${body}</svg>`
}

function risingPicture(series: Series): string {
  const { points, waves, min, max } = series
  const x = (at: number) => plot.left + 14 + ((plot.right - plot.left - 28) * at) / (waves.length - 1)
  const y = (value: number) => plot.bottom - ((plot.bottom - plot.top) * (value - min)) / (max - min)
  const marks = points.map(({ shown, at }) => {
    if (!shown) return `<circle class="hidden" cx="${px(x(at))}" cy="${px(plot.bottom - 7)}" r="3.5"/>`
    const { interval, mean } = shown
    const ends = interval && [interval.lo, interval.hi].map((value) => px(y(inside(value, min, max))))
    const bar = ends
      ? `<line class="interval" x1="${px(x(at))}" x2="${px(x(at))}" y1="${ends[0]}" y2="${ends[1]}"/>`
      : ''
    const [top, bottom] = stepEnds(mean, y)
    return `${bar}<line class="mean" x1="${px(x(at))}" x2="${px(x(at))}" y1="${px(top)}" y2="${px(bottom)}"/>`
  })
  const lines = points.slice(1).flatMap(({ shown, at }, i) => {
    const before = points[i]
    if (!shown || !before?.shown) return []
    const from = `x1="${px(x(before.at))}" y1="${px(y(middleOf(before.shown.mean)))}"`
    return [`<line class="trend" ${from} x2="${px(x(at))}" y2="${px(y(middleOf(shown.mean)))}"/>`]
  })
  return [gridOf(min, max, y), ...lines, ...marks, lastValue(series, x, y), waveNames(waves, x)].join('')
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

function lastValue(series: Series, x: (at: number) => number, y: (value: number) => number): string {
  const last = series.points.findLast((point) => point.shown !== null)
  if (!last?.shown) return ''
  const { mean } = last.shown
  return `<text class="value" x="${px(x(last.at) + 9)}" y="${px(y(middleOf(mean)) + 4.5)}">${shortText(mean, series)}</text>`
}

/** First and last wave; the table has them all. */
function waveNames(waves: readonly string[], x: (at: number) => number): string {
  const name = (wave: string | undefined, at: number, anchor: 'start' | 'end') =>
    `<text class="axis" x="${px(at)}" y="${height - 6}" text-anchor="${anchor}">${escapeHtml(short(wave ?? ''))}</text>`
  const end = Math.min(width - 4, x(waves.length - 1) + 30)
  return name(waves[0], plot.left, 'start') + name(waves.at(-1), end, 'end')
}

/** "≥6.5" beside the line, where "6.5 or more" has no room. */
function shortText(mean: Figure, range: Series): string {
  return meanText(mean, range)
    .replace(/^(.+) or more$/, '≥$1')
    .replace(/^(.+) or less$/, '≤$1')
}

/** A step that is thinner than a mark is drawn as a mark. */
function stepEnds(mean: Figure, place: (value: number) => number): [number, number] {
  const [a, b] = typeof mean === 'number' ? [mean, mean] : [mean.lo, mean.hi]
  const centre = (place(a) + place(b)) / 2
  const half = Math.max(2.5, Math.abs(place(a) - place(b)) / 2)
  return [centre - half, centre + half]
}

function flatPicture(series: Series): string {
  const {
    points: [point],
    min,
    max,
  } = series
  const x = (value: number) => plot.left + ((width - 2 * plot.left) * (value - min)) / (max - min)
  const axis = `<line class="grid" x1="${plot.left}" x2="${width - plot.left}" y1="30" y2="30"/>`
  const ends = [min, max].map(
    (value) => `<text class="axis" x="${px(x(value))}" y="48" text-anchor="middle">${value}</text>`,
  )
  if (!point?.shown) return axis + ends.join('')
  const { mean, interval } = point.shown
  const [left, right] = stepEnds(mean, x)
  const bar = interval
    ? `<line class="interval" x1="${px(x(inside(interval.lo, min, max)))}" x2="${px(x(inside(interval.hi, min, max)))}" y1="30" y2="30"/>`
    : ''
  return `${axis}${ends.join('')}${bar}<line class="mean" x1="${px(left)}" x2="${px(right)}" y1="30" y2="30"/><text class="value" x="${px((left + right) / 2)}" y="17" text-anchor="middle">${meanText(mean, series)}</text>`
}

function sentenceOf(series: Series): string {
  const { name, points, min, max } = series
  const shown = points.flatMap((point) =>
    point.shown ? [`${point.wave}: ${meanText(point.shown.mean, series)}`] : [],
  )
  const values = shown.length > 0 ? shown.join(', ') : 'not shown, to protect anonymity'
  return `${name}, mean from ${min} to ${max}. ${values}.`
}

const px = (value: number) => value.toFixed(1)
const inside = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value))
const short = (wave: string) => (wave.length > 14 ? `${wave.slice(0, 13)}…` : wave)
