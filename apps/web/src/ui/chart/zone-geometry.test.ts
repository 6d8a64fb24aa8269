import { expect, test } from 'vitest'
import { type ZonePoint, zoneGeometry } from './zone-geometry.ts'

const frame = { size: 400, min: 1, max: 7, cut: 4 }
const at = (x: number, y: number): ZonePoint => ({
  label: 'Wave',
  x: { middle: x, interval: { lo: x - 0.5, hi: x + 0.5 } },
  y: { middle: y, interval: { lo: y - 0.5, hi: y + 0.5 } },
})

test('the corners of the format are the corners of the plot, high at the top', () => {
  const { places, plot } = zoneGeometry([at(1, 1), at(7, 7)], frame)
  expect(places[0]).toMatchObject({ x: plot.left, y: plot.bottom })
  expect(places[1]).toMatchObject({ x: plot.right, y: plot.top })
})

test('a point on the cut stands where the lines cross', () => {
  const { places, cut } = zoneGeometry([at(4, 4)], frame)
  expect(places[0]).toMatchObject(cut)
})

test('one wave has no path, two have', () => {
  expect(zoneGeometry([at(4, 4)], frame).path).toBe(null)
  expect(zoneGeometry([], frame).path).toBe(null)
  expect(zoneGeometry([at(4, 4), at(5, 5)], frame).path).toMatch(/^M[\d.]+ [\d.]+L[\d.]+ [\d.]+$/)
})
