import type { Cell } from '@chorus/contracts/publish'
import { expect, test } from 'vitest'
import { cutTables } from './cut-tables.ts'
import { releasedCell, releasedHeader } from './support/released-wave.ts'

const header = releasedHeader('w1')
const shown = (cut: Cell['cut'], mean: number): Cell => ({ ...releasedCell({ n: 40, mean }), cut })
const hidden = (cut: Cell['cut']): Cell => ({
  ...shown(cut, 1),
  status: 'protected',
  reason: 'protected',
  n: null,
  measures: [],
})

test('a wave without cuts has no table', () => {
  expect(cutTables(header, [shown({}, 5)])).toEqual([])
})

test('each attribute has its categories in the order of their names, hidden ones as hidden', () => {
  const tables = cutTables(header, [
    shown({ years: '10 and more' }, 5),
    shown({}, 4),
    hidden({ years: '2 to 9' }),
    shown({ place: 'North' }, 6),
    hidden({ place: 'North', years: '2 to 9' }),
  ])
  expect(
    tables.map(({ attributes, categories }) => [attributes, categories.map(({ values }) => values)]),
  ).toEqual([
    [['place'], [['North']]],
    [['years'], [['2 to 9'], ['10 and more']]],
    [['place', 'years'], [['North', '2 to 9']]],
  ])
  const [small, large] = tables[1]?.categories ?? []
  expect(small).toMatchObject({ n: null })
  expect(small?.cells.every(({ status }) => status === 'protected')).toBe(true)
  expect(large).toMatchObject({ n: 40 })
  expect(large?.cells[0]).toEqual({ status: 'published', n: 40, mean: 5, interval: null })
})
