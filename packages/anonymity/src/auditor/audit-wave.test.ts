import { policyInput } from '@chorus/contracts/policy'
import type { ReleasedWave } from '@chorus/contracts/publish'
import { expect, test } from 'vitest'
import { auditWave } from '../../test/exact-audit.ts'
import { cellOf, people, publish, tallyOf, unit } from '../../test/wave.ts'
import { auditedWave } from '../audited-wave.ts'
import { auditedThresholds } from './audited-thresholds.ts'

const units = [
  unit('all', null),
  unit('red', 'all', people(9)),
  unit('blue', 'all', people(3)),
  unit('green', 'all', people(8)),
]
const safe = publish(units)
const audit = (wave: ReleasedWave) =>
  auditWave(
    auditedWave({ wave, units, counts: tallyOf(units) }, wave.cells),
    auditedThresholds(policyInput.parse({})),
  )

/** The release with one cell taken from elsewhere. */
function withCell(id: string, change: Partial<ReleasedWave['cells'][number]>): ReleasedWave {
  return { ...safe, cells: safe.cells.map((cell) => (cell.unit === id ? { ...cell, ...change } : cell)) }
}
const shownAs = (n: number) => ({ ...cellOf(safe, 'red'), unit: undefined, n })

test('a safe release passes', () => {
  expect(audit(safe)).toEqual([])
})

test('a cell below the threshold is found', () => {
  const { unit: _, ...figures } = shownAs(3)
  expect(audit(withCell('blue', figures))).toContainEqual({
    finding: 'threshold',
    unit: 'blue',
    cut: {},
    measure: null,
  })
})

test('a sibling that gives a small team away is found, in every layer that shows it', () => {
  const { unit: _, ...figures } = shownAs(8)
  const found = audit(withCell('green', figures))
  for (const measure of [null, 'safety', 's1', 'o1'])
    expect(found).toContainEqual({ finding: 'small-group', unit: 'all', cut: {}, measure })
})

test('a hidden cell that carries anything is found', () => {
  for (const loose of [{ n: 3 }, { invited: 3 }, { responseRate: 0.5 }, { reason: null }])
    expect(audit(withCell('blue', loose))).toContainEqual({
      finding: 'metadata',
      unit: 'blue',
      cut: {},
      measure: null,
    })
  const measures = cellOf(safe, 'blue').measures.map((figures) => ({ ...figures, mean: 4 }))
  expect(audit(withCell('blue', { measures })).map((found) => found.finding)).toContain('metadata')
})

test('a number that is none, a missing cell and a cell too many are found', () => {
  const measures = cellOf(safe, 'red').measures.map((figures) => ({ ...figures, mean: Number.NaN }))
  expect(audit(withCell('red', { measures }))[0]?.finding).toBe('inconsistent')
  expect(audit({ ...safe, cells: safe.cells.slice(1) })[0]?.finding).toBe('inconsistent')
  expect(audit({ ...safe, cells: [...safe.cells, ...safe.cells] })[0]?.finding).toBe('inconsistent')
})

test('no finding holds a count or an answer', () => {
  const { unit: _, ...figures } = shownAs(3)
  for (const found of audit(withCell('blue', figures)))
    expect(Object.keys(found).sort()).toEqual(['cut', 'finding', 'measure', 'unit'])
})
