import type { Cell } from '@chorus/contracts/publish'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import { expect, test } from 'vitest'
import { leafTeams } from './leaf-teams.ts'
import { asking, header } from './support/release-header.ts'
import { unitReport } from './unit-report.ts'

const units = [{ id: 'all', parent: null, name: 'All', depth: 0 }]
const teams = { newest: leafTeams([], new Map()), ofMap: null }

function cell(status: 'published' | 'protected'): Cell {
  const figures = { interval: null, intervalOfInvited: null, favourable: null, favourableInterval: null }
  const shown = status === 'published' ? { n: 9, mean: 4, sd: null } : { n: null, mean: null, sd: null }
  const change = { since: '1', difference: 1, interval: null, smallestSeen: null, verdict: 'up' as const }
  const rest = { answers: null, agreement: null, change }
  return {
    unit: 'all',
    cut: {},
    status,
    reason: null,
    n: shown.n,
    invited: null,
    responseRate: null,
    measures: [{ type: 'scale', id: 'safety', status, ...shown, ...figures, ...rest }],
  }
}

const startsAnew = (headers: ReleaseHeader[], hidden: string[] = []) =>
  unitReport(
    'all',
    headers,
    units,
    (wave) => cell(hidden.includes(wave) ? 'protected' : 'published'),
    teams,
  )?.scales[0]?.points.map((point) => (point.status === 'published' ? point.startsAnew : 'protected'))

const old = asking('One.', 'Two.')
const changed = asking('One.', 'Two, in other words.')

test('a trend starts anew where the questions differ from those of the wave shown before', () => {
  expect(
    startsAnew([header('1', old), header('2', old), header('3', changed), header('4', changed)]),
  ).toEqual([false, false, true, false])
})

test('where units were merged the line breaks, no change is handed on, and the predecessor stands beside it up to then', () => {
  const before = { ...header('1', old), units: [...units, { id: 'other', parent: 'all', name: 'Other' }] }
  const after = { ...header('2', old), units }
  const merged = {
    kind: 'merged' as const,
    day: after.closedOn,
    from: [
      { id: 'all', name: 'All' },
      { id: 'other', name: 'Other' },
    ],
    to: [{ id: 'all', name: 'All' }],
  }
  const report = unitReport('all', [before, after], units, () => cell('published'), teams, [merged])
  expect(report?.scales[0]?.points).toMatchObject([
    { newGroup: false, change: { verdict: 'up' } },
    { newGroup: true, startsAnew: false, change: null },
  ])
  expect(report?.past.breaks).toMatchObject([
    {
      kind: 'merged',
      predecessors: [
        {
          unit: { id: 'other', name: 'Other' },
          waves: ['1'],
          scales: [{ points: [{ wave: '1', change: null }] }],
        },
      ],
    },
  ])
})

test('a protected wave in between does not hide that the questions were changed', () => {
  expect(startsAnew([header('1', old), header('2', changed), header('3', changed)], ['2'])).toEqual([
    false,
    'protected',
    true,
  ])
})

test('a change across other questions, as older releases may hold one, is not handed on', () => {
  const changes = unitReport(
    'all',
    [header('1', old), header('2', old), header('3', changed)],
    units,
    () => cell('published'),
    teams,
  )?.scales[0]?.points.map((point) => (point.status === 'published' ? point.change?.verdict : 'protected'))
  expect(changes).toEqual(['up', 'up', undefined])
})
