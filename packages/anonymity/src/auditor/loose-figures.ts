import type { Cell, MeasureFigures } from '@chorus/contracts/publish'
import type { AuditedWave } from './audit-input.ts'
import type { Finding, FindingKind } from './finding.ts'

/**
 * What must be true of the file itself: one cell per place of the menu, nothing but the one word in a hidden cell, a scale shown
 * or hidden together with its items (it is their sum), numbers that are numbers, and intervals around what is shown.
 */
export function findLooseFigures(wave: AuditedWave): Finding[] {
  const findings: Finding[] = []
  const missing = new Set(wave.units.map((unit) => unit.id))
  const known = new Set(missing)
  const seen = new Set<string>()
  for (const cell of wave.cells) {
    const report = (finding: FindingKind, measure: string | null = null) =>
      findings.push({ finding, unit: cell.unit, cut: cell.cut, measure })
    const isUncut = Object.keys(cell.cut).length === 0
    const place = isUncut ? cell.unit : JSON.stringify([cell.unit, Object.entries(cell.cut).sort()])
    if (seen.has(place) || !known.has(cell.unit)) report('inconsistent')
    seen.add(place)
    if (isUncut) missing.delete(cell.unit)
    if (cell.status === 'protected' && !isSilent(cell)) report('metadata')
    if (cell.status === 'published' && (cell.reason !== null || cell.n === null)) report('metadata')
    if (![cell.n, cell.invited, cell.responseRate].every(isSound)) report('inconsistent')
    for (const figures of cell.measures) {
      const silent = figures.status === 'protected'
      const values = valuesOf(figures)
      if (silent !== (values.length === 0)) report('metadata', figures.id)
      if (!silent && cell.status === 'protected') report('metadata', figures.id)
      if (!values.every(isSound)) report('inconsistent', figures.id)
    }
    for (const block of wave.blocks) {
      const parts = block.measures.map(
        ({ id }) => cell.measures.find((figures) => figures.id === id)?.status ?? 'protected',
      )
      if (new Set(parts).size > 1) report('metadata', block.id)
    }
  }
  for (const unit of missing) findings.push({ finding: 'inconsistent', unit, cut: {}, measure: null })
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
