import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitInAddress } from './unit-in-address.ts'

const written = (unit: string) => unitInAddress.stringify({ unit }).unit

test('a unit that is called like a page has an address of its own', () => {
  expect(['platform', 'map', '~map'].map(written)).toEqual(['platform', '~map', '~~map'])
})

test('every id is read back as it was, and no two share an address', () => {
  const id = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('heatmap', '~heatmap', 'organisation', '~'),
  )
  fc.assert(
    fc.property(id, (unit) => {
      expect(unitInAddress.parse({ unit: written(unit) })).toEqual({ unit })
      expect(['heatmap', 'map', 'organisation']).not.toContain(written(unit))
    }),
  )
})
