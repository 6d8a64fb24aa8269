import type { Cell, Change } from '@chorus/contracts/publish'
import { expect, test } from 'vitest'
import { type UnitChange, unitBreaks } from '../../access/unit-breaks.ts'
import { judgedWave } from './judged-wave.ts'
import type { UnitInTree } from './reportable-units.ts'
import { measure, releasedCell, releasedHeader } from './support/released-wave.ts'
import { unitShifts } from './unit-shifts.ts'

const units: UnitInTree[] = ['quiet', 'leaps', 'falls'].map((id) => ({
  id,
  name: id,
  parent: null,
  depth: 0,
}))
const change = (difference: number): Change => ({
  since: 'w9',
  difference,
  interval: null,
  smallestSeen: 0.9,
  test: { standardError: 0.3, df: 60 },
  verdict: Math.abs(difference) < 0.6 ? 'no change shown' : difference > 0 ? 'up' : 'down',
})
const cell = (unit: string, mean: number, difference: number): Cell => ({
  ...releasedCell({ n: 40, mean, sd: 1, change: change(difference) }),
  unit,
})

const gone = { id: 'gone', parent: null, name: 'gone' }

/** Ten waves in which all units stand near 5; in the last one they do what is told. */
function shiftsOf(last: Record<string, [mean: number, difference: number]>, changes: UnitChange[] = []) {
  const waves = Array.from({ length: 10 }, (_, i) => {
    const usual = 5 + (i % 2) / 10
    return {
      header: { ...releasedHeader(`w${i + 1}`), units: i === 9 ? [] : [gone] },
      cells: new Map(
        units.map(({ id }) => {
          const [mean, difference] = i === 9 ? (last[id] ?? [usual, 0.1]) : [usual, 0.1]
          return [id, cell(id, mean, difference)]
        }),
      ),
    }
  })
  const headers = waves.map(({ header }) => header)
  const newest = waves[9]
  if (!newest) throw new Error('ten waves')
  const ids = units.map(({ id }) => id)
  const breaks = unitBreaks(headers, changes)
  return unitShifts(waves, units, judgedWave(newest.header, headers, breaks, ids, newest.cells), breaks)
}

test('where nothing moved the list is empty, and says how much was looked at', () => {
  expect(shiftsOf({})).toEqual({
    comparisons: { made: 3, falseShare: 0.05 },
    signals: { judged: 3, ofHundred: 19, waves: 12 },
    found: [],
    leftOut: [],
  })
})

test('changes stand before what is only unusual, the surest first, up or down', () => {
  const { found } = shiftsOf({ quiet: [6.5, 0.3], leaps: [6, 1], falls: [3.9, -1.2] })
  expect(
    found.map(({ unit, scale, change: called, signals }) => [
      unit.id,
      scale,
      called?.verdict ?? null,
      signals?.status === 'judged' ? signals.side : null,
    ]),
  ).toEqual([
    ['falls', measure.id, 'down', 'below'],
    ['leaps', measure.id, 'up', 'above'],
    ['quiet', measure.id, null, 'above'],
  ])
})

test('a unit that was put together anew has no course yet, and nothing of it counts as a shift', () => {
  const from = ['leaps', gone.id].map((id) => ({ id, name: id }))
  const merged: UnitChange = { kind: 'merged', day: '2026-01-01', from, to: from.slice(0, 1) }
  const { found, comparisons, signals, leftOut } = shiftsOf({ leaps: [6, 1], falls: [3.9, -1.2] }, [merged])
  expect(found.map(({ unit }) => unit.id)).toEqual(['falls'])
  expect([comparisons.made, signals.judged]).toEqual([2, 2])
  expect(leftOut.map(({ unit, because }) => [unit.id, because])).toEqual([['leaps', 'new-group']])
})
