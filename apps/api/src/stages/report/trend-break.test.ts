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
