import type { Cell, Change } from '@chorus/contracts/publish'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitBreaks } from '../../access/unit-breaks.ts'
import { heatmap, heatmapRows } from './heatmap.ts'
import { judgedWave } from './judged-wave.ts'
import type { UnitInTree } from './reportable-units.ts'
import { measure, releasedCell, releasedHeader } from './support/released-wave.ts'

const header = releasedHeader('w2')
const before = { ...releasedHeader('w1'), units: [{ id: 'gone', parent: null, name: 'Gone' }] }
const headers = [before, header]
const change = (difference: number): Change => ({
  since: 'w1',
  difference,
  interval: null,
  smallestSeen: 0.9,
  test: { standardError: 0.3, df: 60 },
  verdict: Math.abs(difference) < 0.6 ? 'no change shown' : difference > 0 ? 'up' : 'down',
})

type Unit = { readonly mean: number; readonly difference: number | null }

/** Units below each other, each with a mean and what changed; null is protected. */
function heatmapOf(
  units: readonly (Unit | null)[],
  choice: Parameters<typeof heatmap>[3] = { order: 'certainty', page: 0 },
  changes: Parameters<typeof unitBreaks>[1] = [],
) {
  const visible: UnitInTree[] = units.map((_, i) => ({ id: `u${i}`, name: `U${i}`, parent: null, depth: 0 }))
  const cells = new Map<string, Cell>()
  units.forEach((unit, i) => {
    if (!unit) return
    const moved = unit.difference === null ? null : change(unit.difference)
    cells.set(`u${i}`, { ...releasedCell({ n: 20, mean: unit.mean, change: moved }), unit: `u${i}` })
  })
  const judged = judgedWave(
    header,
    headers,
    unitBreaks(headers, changes),
    visible.map(({ id }) => id),
    cells,
  )
  return heatmap(header, visible, judged, choice)
}

const namesOf = ({ rows }: ReturnType<typeof heatmapOf>) => rows.map(({ unit }) => unit.name)
const at = (units: ReturnType<typeof heatmapOf>, row: number) =>
  units.rows[row]?.cells[units.scales.findIndex(({ id }) => id === measure.id)]

test('without units there is an empty page', () => {
  expect(heatmapOf([])).toMatchObject({ units: 0, page: 0, rows: [], comparisons: { made: 0 } })
})

test('what is protected is in the table as protected, with nothing else', () => {
  const shown = heatmapOf([null, { mean: 5, difference: 0 }], { order: 'name', page: 0 })
  expect(at(shown, 0)).toEqual({ status: 'protected' })
  expect(at(shown, 1)).toMatchObject({ status: 'published', mean: 5, n: 20 })
})

test('the surest changes stand first, up or down; what is not known of stays in the order of the tree behind them', () => {
  const units = [
    null,
    { mean: 6, difference: 0.1 },
    { mean: 4, difference: null },
    { mean: 5, difference: -2 },
  ]
  expect(namesOf(heatmapOf([...units, { mean: 3, difference: 1.5 }]))).toEqual(['U3', 'U4', 'U1', 'U0', 'U2'])
})

test('the order never hangs on how high anything stands', () => {
  const mean = fc.double({ min: 1, max: 7, noNaN: true })
  const difference = fc.option(fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10))
  fc.assert(
    fc.property(fc.array(fc.tuple(mean, mean, difference), { maxLength: 12 }), (units) => {
      const order = (level: 0 | 1) =>
        namesOf(heatmapOf(units.map((unit) => ({ mean: unit[level], difference: unit[2] }))))
      expect(order(0)).toEqual(order(1))
    }),
  )
})

test('a change counts among all that the reader sees: called alone, and no longer among forty others', () => {
  const moved = { mean: 5, difference: 0.65 }
  const quiet = Array.from({ length: 40 }, () => ({ mean: 5, difference: 0.1 }))
  const verdict = (units: Unit[]) => at(heatmapOf(units, { order: 'name', page: 0 }), 0)
  expect(verdict([moved])).toMatchObject({ change: { verdict: 'up', since: 'w1' } })
  expect(verdict([moved, ...quiet])).toMatchObject({ change: { verdict: 'no change shown' } })
})

test('a unit that took another one in is not compared with what it was, and it says so', () => {
  const tookIn = {
    kind: 'merged' as const,
    day: header.closedOn,
    from: [
      { id: 'u0', name: 'U0' },
      { id: 'gone', name: 'Gone' },
    ],
    to: [{ id: 'u0', name: 'U0' }],
  }
  const moved = { mean: 5, difference: 2 }
  const shown = heatmapOf([moved, moved], { order: 'certainty', page: 0 }, [tookIn])
  expect(namesOf(shown)).toEqual(['U1', 'U0'])
  expect(at(shown, 1)).toMatchObject({ status: 'published', mean: 5, change: null, newGroup: true })
  expect(at(shown, 0)).toMatchObject({ change: { verdict: 'up' }, newGroup: false })
  expect(shown.comparisons.made).toBe(1)
})

test('every unit is on exactly one page, and a page behind the last is the last', () => {
  const units = Array.from({ length: 2 * heatmapRows + 7 }, (_, i) => ({
    mean: 4,
    difference: (i % 20) / 10,
  }))
  const pages = [0, 1, 2].map((page) => heatmapOf(units, { order: 'certainty', page }))
  const names = pages.flatMap(namesOf)
  expect(names).toHaveLength(units.length)
  expect(new Set(names).size).toBe(units.length)
  const behind = heatmapOf(units, { order: 'certainty', page: 9 })
  expect(behind.page).toBe(2)
  expect(namesOf(behind)).toEqual(namesOf(heatmapOf(units, { order: 'certainty', page: 2 })))
})
