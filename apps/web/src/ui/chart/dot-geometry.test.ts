import { expect, test } from 'vitest'
import { type DotRow, dotGeometry } from './dot-geometry.ts'

const row = (id: string, mean: number | null): DotRow => ({
  id,
  label: id,
  value: mean === null ? null : { band: { lo: mean - 0.1, hi: mean + 0.1 }, interval: null },
})
const frame = { width: 400, min: 1, max: 7, mirrored: false }

test('nobody to show is an axis without lines', () => {
  const chart = dotGeometry([], frame)
  expect(chart.places).toEqual([])
  expect(chart.ticks.map(({ tick }) => tick)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('higher stands farther on in the direction in which people read', () => {
  const places = (mirrored: boolean) =>
    dotGeometry([row('a', 2), row('b', 6)], { ...frame, mirrored }).places.map((place) => place?.step.lo ?? 0)
  const [low = 0, high = 0] = places(false)
  expect(high).toBeGreaterThan(low)
  const [right = 0, left = 0] = places(true)
  expect(right).toBeGreaterThan(left)
})

test('what is protected has no place', () => {
  expect(dotGeometry([row('a', 2), row('b', null)], frame).places.map((place) => place === null)).toEqual([
    false,
    true,
  ])
})

test('where there is no interval the step is drawn as long as it is', () => {
  const [place] = dotGeometry([row('a', 4)], frame).places
  expect(place?.interval).toEqual(place?.step)
})
