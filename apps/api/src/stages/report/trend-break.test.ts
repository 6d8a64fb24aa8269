import { instrument } from '@chorus/contracts/instrument'
import { policyInput } from '@chorus/contracts/policy'
import type { Cell } from '@chorus/contracts/publish'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import { expect, test } from 'vitest'
import { leafTeams } from './leaf-teams.ts'
import { unitReport } from './unit-report.ts'

const asking = (...texts: string[]) =>
  instrument.parse({
    id: 'i',
    name: 'I',
    scales: [
      {
        id: 'safety',
        name: 'Safety',
        role: 'core',
        items: texts.map((en, i) => ({ id: `s${i}`, text: { en } })),
      },
    ],
  })

const units = [{ id: 'all', parent: null, name: 'All' }]

function header(wave: string, asked: ReturnType<typeof asking>): ReleaseHeader {
  return {
    organisation: 'o',
    wave,
    programme: 'p',
    number: 1,
    label: wave,
    closedOn: '2026-01-01',
    instrument: asked,
    policy: policyInput.parse({}),
    units,
    summary: { n: 9, invited: null, responseRate: null, spread: {}, skipped: [], audit: null },
  }
}

function cell(status: 'published' | 'protected'): Cell {
  const figures = { interval: null, intervalOfInvited: null, favourable: null, favourableInterval: null }
  const shown = status === 'published' ? { n: 9, mean: 4, sd: null } : { n: null, mean: null, sd: null }
  const rest = { answers: null, agreement: null, change: null }
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
    [{ id: 'all', parent: null, name: 'All', depth: 0 }],
    (wave) => cell(hidden.includes(wave) ? 'protected' : 'published'),
    { newest: leafTeams([], new Map()), ofMap: null },
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
