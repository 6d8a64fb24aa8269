import type { Cell, MeasureFigures, ReleasedWave } from '@chorus/contracts/publish'
import type { Finding } from './finding.ts'

/**
 * What must be true of the file itself: one cell per unit, nothing but the one word in a hidden cell, a scale shown
 * or hidden together with its items (it is their sum), and numbers that are numbers.
 */
export function findLooseFigures(wave: ReleasedWave, units: readonly { id: string }[]): Finding[] {
  const findings: Finding[] = []
  const expected = new Set(units.map((unit) => unit.id))
  for (const cell of wave.cells) {
    const report = (finding: Finding['finding'], measure: string | null = null) =>
      findings.push({ finding, unit: cell.unit, measure })
    if (Object.keys(cell.cut).length === 0 && !expected.delete(cell.unit)) report('inconsistent')
    if (cell.status === 'protected' && !isSilent(cell)) report('metadata')
    if (cell.status === 'published' && (cell.reason !== null || cell.n === null)) report('metadata')
    for (const figures of cell.measures) {
      const silent = figures.status === 'protected'
      if (silent !== (valuesOf(figures).length === 0)) report('metadata', figures.id)
      if (!silent && cell.status === 'protected') report('metadata', figures.id)
      if (!valuesOf(figures).every(isSound)) report('inconsistent', figures.id)
    }
  }
  for (const unit of expected) findings.push({ finding: 'inconsistent', unit, measure: null })
  return findings
}

function isSilent({ reason, n, invited, responseRate }: Cell): boolean {
  return reason === 'protected' && n === null && invited === null && responseRate === null
}

function valuesOf({ type, id, status, ...figures }: MeasureFigures): unknown[] {
  return Object.values(figures).filter((value) => value !== null)
}

function isSound(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value === 'string' || value === null) return true
  if (typeof value !== 'object') return false
  if ('lo' in value && 'hi' in value && Number(value.lo) > Number(value.hi)) return false
  return Object.values(value).every(isSound)
}
