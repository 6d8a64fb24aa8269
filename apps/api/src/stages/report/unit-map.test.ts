import type { Cell } from '@chorus/contracts/publish'
import { expect, test } from 'vitest'
import { leafTeams } from './leaf-teams.ts'
import { releasedCell, releasedHeader } from './support/released-wave.ts'
import type { WaveOfUnit } from './trend-point.ts'
import { unitMap } from './unit-map.ts'

const interval = (mean: number) => ({ lo: mean - 0.4, hi: mean + 0.4 })
const shown = (mean: number, id: string) => releasedCell({ n: 40, mean, interval: interval(mean) }, id)
/** A cell with both scales, or with safety alone. */
function cell(safety: number, standards: number | null): Cell {
  const one = shown(safety, 'psychological-safety')
  if (standards === null) return one
  return { ...one, measures: [...one.measures, ...shown(standards, 'standards').measures] }
}
const wave = (id: string, one: Cell | undefined): WaveOfUnit => ({ header: releasedHeader(id), cell: one })

test('a questionnaire without standards has no map', () => {
  const header = releasedHeader('w1')
  const scales = header.instrument.scales.filter(({ id }) => id !== 'standards')
  const without = { ...header, instrument: { ...header.instrument, scales } }
  expect(unitMap([{ header: without, cell: cell(5, null) }], null)).toBe(null)
})

test('where nothing is shown the map is empty, and says where the line is', () => {
  expect(unitMap([wave('w1', undefined)], null)).toMatchObject({ points: [], cut: 4, overlap: null })
})

test('the path has the waves in which both are shown, oldest first, each with its field', () => {
  const map = unitMap(
    [wave('w1', cell(3, 5)), wave('w2', cell(5, null)), wave('w3', cell(4.3, 5)), wave('w4', cell(5, 5))],
    null,
  )
  expect(map?.points.map(({ wave: id, zone }) => [id, zone])).toEqual([
    ['w1', 'anxiety'],
    ['w3', 'near the line'],
    ['w4', 'learning'],
  ])
})

test('whether the scales are two is said with how many teams it rests on', () => {
  const of = (offset: number) =>
    new Map(
      Array.from({ length: 10 }, (_, i) => [`t${i}`, { n: 9, mean: 4 + ((i * offset) % 10) / 10, sd: 1 }]),
    )
  const teams = leafTeams(
    [],
    new Map([
      ['psychological-safety', of(1)],
      ['standards', of(3)],
    ]),
  )
  expect(unitMap([wave('w1', cell(5, 5))], teams)?.overlap).toMatchObject({ units: 10, limit: 0.7 })
})
