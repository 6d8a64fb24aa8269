import type { Cell } from '@chorus/contracts/publish'
import { expect, test } from 'vitest'
import type { UnitInTree } from './reportable-units.ts'
import { releasedCell, releasedHeader } from './support/released-wave.ts'
import { unitsMap } from './units-map.ts'

const units: UnitInTree[] = ['high', 'hidden', 'half'].map((id) => ({ id, name: id, parent: null, depth: 0 }))
const figures = (mean: number, id: string) =>
  releasedCell({ n: 40, mean, interval: { lo: mean - 0.4, hi: mean + 0.4 } }, id)
const both = (mean: number): Cell => ({
  ...figures(mean, 'psychological-safety'),
  measures: ['psychological-safety', 'standards'].flatMap((id) => figures(mean, id).measures),
})

test('a questionnaire without standards has no map', () => {
  const header = releasedHeader('w1')
  const scales = header.instrument.scales.filter(({ id }) => id !== 'standards')
  expect(unitsMap({ ...header, instrument: { ...header.instrument, scales } }, units, new Map())).toBe(null)
})

test('a unit has a place only where both scales are shown, and every unit is told of', () => {
  const cells = new Map<string, Cell>([
    ['high', both(5)],
    ['half', figures(5, 'psychological-safety')],
  ])
  expect(
    unitsMap(releasedHeader('w1'), units, cells)?.units.map(({ unit, place }) => [
      unit.id,
      place?.zone ?? null,
    ]),
  ).toEqual([
    ['high', 'learning'],
    ['hidden', null],
    ['half', null],
  ])
})
