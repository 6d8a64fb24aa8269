import { expect, test } from 'vitest'
import { type ChartPoint, trendGeometry } from './trend-geometry.ts'

const frame = { width: 600, height: 240, min: 1, max: 7 }
const at = (middle: number): ChartPoint => ({
  label: 'Wave',
  value: { middle, band: { lo: middle, hi: middle }, interval: { lo: middle - 0.5, hi: middle + 0.5 } },
})
const hidden: ChartPoint = { label: 'Wave', value: null }

test('nothing published: no line, one gap over the whole chart', () => {
  const chart = trendGeometry([hidden, hidden], frame)
  expect(chart.lines).toEqual([])
  expect(chart.gaps).toHaveLength(1)
  expect(chart.gaps[0]).toMatchObject({ left: chart.plot.left, right: chart.plot.right })
})

test('a line never runs over a protected wave', () => {
  const chart = trendGeometry([at(4), at(5), hidden, at(5), at(6)], frame)
  expect(chart.lines).toHaveLength(2)
  expect(chart.gaps).toHaveLength(1)
})

test('a line breaks where a point starts anew, with a mark half a step before it', () => {
  const chart = trendGeometry([at(4), at(5), { ...at(5), startsAnew: true }, at(6)], frame)
  expect(chart.lines).toHaveLength(2)
  expect(chart.areas).toHaveLength(2)
  expect(chart.gaps).toEqual([])
  expect(chart.breaks).toEqual([(chart.x(1) + chart.x(2)) / 2])
})

test('a single wave is a point in the middle, without a line', () => {
  const chart = trendGeometry([at(4)], frame)
  expect(chart.lines).toEqual([])
  expect(chart.x(0)).toBeCloseTo((chart.plot.left + chart.plot.right) / 2)
})

test('the axis runs over the whole answer format, lowest at the bottom', () => {
  const chart = trendGeometry([at(4)], frame)
  expect(chart.ticks).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect([chart.y(1), chart.y(7)]).toEqual([chart.plot.bottom, chart.plot.top])
})

test('a wide format has whole ticks, and not all of them', () => {
  const { ticks } = trendGeometry([at(40)], { ...frame, min: 0, max: 100 })
  expect(ticks.length).toBeLessThan(12)
  expect(ticks).toContain(100)
})

test('on a narrow chart only labels that fit are shown, the latest among them', () => {
  const points = Array.from({ length: 9 }, () => ({ ...at(4), label: 'Spring 2026' }))
  const { labels } = trendGeometry(points, { ...frame, width: 320 })
  expect(labels.at(-1)?.index).toBe(8)
  expect(labels.length).toBeLessThan(5)
  expect(labels.length).toBeGreaterThan(1)
})

test('mirrored, time runs from right to left, and everything lies where it would lie in a mirror', () => {
  const points = [at(4), at(5), hidden, at(5), { ...at(6), label: 'Autumn 2026' }]
  const [plain, mirrored] = [
    trendGeometry(points, frame),
    trendGeometry(points, { ...frame, mirrored: true }),
  ]
  const inMirror = (place: number) => expect.closeTo(frame.width - place, 6)
  expect(points.map((_, index) => mirrored.x(index))).toEqual(
    points.map((_, index) => inMirror(plain.x(index))),
  )
  expect(mirrored.labels).toEqual(plain.labels.map(({ index, x }) => ({ index, x: inMirror(x) })))
  expect(mirrored.gaps).toEqual(
    plain.gaps.map(({ from, left, right }) => ({ from, left: inMirror(right), right: inMirror(left) })),
  )
  expect(mirrored.axis).toEqual(inMirror(plain.axis))
})
