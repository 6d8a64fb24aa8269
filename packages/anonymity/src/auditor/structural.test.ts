import { expect, test } from 'vitest'
import { displayedWave, type Respondent, type ShownCell } from '../../test/displayed-wave.ts'
import { auditWave } from '../../test/exact-audit.ts'
import { auditRelease } from './audit-release.ts'
import { auditedThresholds } from './audited-thresholds.ts'

const units = { all: null, red: 'all', blue: 'all' }
const policy = { k: 5, cutK: 10 }
const people = (unit: string, n: number, tenure: string, place = 'north'): Respondent[] =>
  Array.from({ length: n }, (_, i) => ({ unit, cut: { tenure, place }, answers: [2 + (i % 5)] }))
const found = (all: Respondent[], cells: ShownCell[]) =>
  auditRelease(displayedWave({ units, people: all, cells }), [], policy).findings.map(
    ({ finding, unit, cut }) => `${finding} ${[unit, ...Object.values(cut)].join(' ')}`,
  )
const shownNew = { unit: 'all', cut: { tenure: 'new' } }

test('a category equal to the whole but for three is found', () => {
  const cells = [{ unit: 'all' }, shownNew]
  expect(found([...people('red', 12, 'new'), ...people('red', 3, 'old')], cells)).toContain(
    'small-combination all',
  )
  expect(found([...people('red', 12, 'new'), ...people('red', 5, 'old')], cells)).toEqual([])
})

test('a team and a category that differ by one person each way are found', () => {
  const cells = [{ unit: 'red' }, shownNew]
  const almostTheSame = [...people('red', 12, 'new'), ...people('red', 1, 'old'), ...people('blue', 1, 'new')]
  expect(new Set(found(almostTheSame, cells))).toEqual(new Set(['small-combination all new']))
  expect(found([...almostTheSame, ...people('red', 4, 'old')], cells)).toEqual([])
})

test('a crossing next to its margins is found by what they leave', () => {
  const all = [
    ...people('red', 20, 'new', 'north'),
    ...people('red', 20, 'new', 'south'),
    ...people('red', 20, 'old', 'north'),
    ...people('red', 2, 'old', 'south'),
  ]
  const margins = [{ unit: 'all' }, shownNew, { unit: 'all', cut: { place: 'north' } }]
  const crossing = { unit: 'all', cut: { tenure: 'new', place: 'north' } }
  expect(found(all, margins)).toEqual([])
  expect(found(all, [...margins, crossing])).toContain('small-combination all')
})

test('a cell of a cut below its own threshold is found', () => {
  expect(found([...people('red', 9, 'new'), ...people('red', 9, 'old')], [shownNew])).toContain(
    'threshold all new',
  )
})

test('a favourable share and a spread need groups of their own', () => {
  const nine = people('red', 9, 'new')
  expect(found(nine, [{ unit: 'red', favourable: 0.1 }])).toContain('threshold red')
  expect(found(people('red', 29, 'new'), [{ unit: 'red', sd: true }])).toContain('threshold red')
  expect(found(people('red', 30, 'new'), [{ unit: 'red', sd: true, step: 0.1 }])).toEqual([])
})

test('the report counts cells and attacks', () => {
  const wave = displayedWave({
    units,
    people: [...people('red', 12, 'new'), ...people('red', 5, 'old')],
    cells: [{ unit: 'all' }, shownNew],
  })
  expect(auditRelease(wave, [], policy).report).toEqual({
    format: 'chorus-audit/1',
    cells: { shown: 2, hidden: 2 },
    layersAttacked: 5,
    kindsSearched: 2,
    programmesSolved: 2,
    kindsLeftOut: 0,
    earlierWaves: 0,
    repairs: { coarser: 0, hidden: 0 },
    findings: 0,
  })
})

test('one place listed twice, or a unit left out, is found', () => {
  const wave = displayedWave({ units, people: people('red', 12, 'new'), cells: [{ unit: 'red' }] })
  const kinds = (cells: typeof wave.cells) =>
    auditRelease({ ...wave, cells }, [], policy).findings.map(({ finding }) => finding)
  expect(kinds(wave.cells)).toEqual([])
  expect(kinds([...wave.cells, ...wave.cells.slice(0, 1)])).toContain('inconsistent')
  expect(kinds(wave.cells.slice(1))).toContain('inconsistent')
})

test('a hundred thousand units in a chain and in a star are no trouble, even when every one is at fault', () => {
  const small = displayedWave({
    units: { u0: null },
    people: people('u0', 3, 'new'),
    cells: [{ unit: 'u0' }],
  })
  const ids = Array.from({ length: 100_000 }, (_, i) => `u${i}`)
  for (const above of [(i: number) => i - 1, () => 0]) {
    const wave = {
      ...small,
      units: ids.map((id, i) => ({ id, parent: i === 0 ? null : `u${above(i)}` })),
      groups: ids.map((unit) => ({ unit, cut: {}, respondents: 3, complete: [3] })),
      cells: ids.flatMap((unit) => small.cells.map((cell) => ({ ...cell, unit }))),
    }
    const kinds = auditWave(wave, auditedThresholds(policy)).map(({ finding }) => finding)
    expect(kinds.filter((kind) => kind === 'small-group').length).toBe(200_000)
  }
}, 60_000)
