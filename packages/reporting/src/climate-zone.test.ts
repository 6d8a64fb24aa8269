import fc from 'fast-check'
import { expect, test } from 'vitest'
import { climateZone, cutOf } from './climate-zone.ts'

const cut = cutOf({ min: 1, max: 7 })
const [low, high, across] = [
  { lo: 2, hi: 3.5 },
  { lo: 4.5, hi: 6 },
  { lo: 3.9, hi: 5.9 },
]

test('each of the four fields, and the line is the middle of the format', () => {
  expect(cut).toBe(4)
  expect(climateZone(high, high, cut)).toBe('learning')
  expect(climateZone(high, low, cut)).toBe('comfort')
  expect(climateZone(low, high, cut)).toBe('anxiety')
  expect(climateZone(low, low, cut)).toBe('apathy')
})

test('one interval across the line is enough to stand near it, and so is one that touches it', () => {
  for (const other of [low, high]) {
    expect(climateZone(across, other, cut)).toBe('near the line')
    expect(climateZone(other, across, cut)).toBe('near the line')
    expect(climateZone(other, { lo: 4, hi: 6 }, cut)).toBe('near the line')
  }
})

test('a wider interval never puts a unit into another field', () => {
  const band = fc.tuple(
    fc.double({ min: 1, max: 7, noNaN: true }),
    fc.double({ min: 0, max: 2, noNaN: true }),
  )
  fc.assert(
    fc.property(band, band, fc.double({ min: 0, max: 3, noNaN: true }), ([a, x], [b, y], more) => {
      const around = (middle: number, half: number) => ({ lo: middle - half, hi: middle + half })
      const narrow = climateZone(around(a, x), around(b, y), cut)
      expect([narrow, 'near the line']).toContain(climateZone(around(a, x + more), around(b, y + more), cut))
    }),
  )
})
