import type { Cell, MeasureFigures } from '@chorus/contracts/publish'
import type { AuditedMeasure, AuditedWave } from './audit-input.ts'
import type { Finding, FindingKind } from './finding.ts'

/**
 * What must be true of the file itself: one cell per place of the menu, nothing but the one word in a hidden cell, a scale shown
 * or hidden together with its items (it is their sum), numbers that are numbers, and intervals around what is shown.
 * @param sound cells of this wave in which nothing was found before; this adds to them
 */
export function findLooseFigures(wave: AuditedWave, sound: WeakSet<Cell>): Finding[] {
  const findings: Finding[] = []
  const missing = new Set(wave.units.map((unit) => unit.id))
  const known = new Set(missing)
  const seen = new Set<string>()
  const judged = new Map<MeasureFigures, Values>()
  for (const cell of wave.cells) {
    const { unit, cut } = cell
    const isUncut = Object.keys(cut).length === 0
    const place = isUncut ? unit : JSON.stringify([unit, Object.entries(cut).sort()])
    if (seen.has(place) || !known.has(unit)) report(cell, 'inconsistent')
    seen.add(place)
    if (isUncut) missing.delete(unit)
    if (sound.has(cell)) continue
    const before = findings.length
    if (cell.status === 'protected' && !isSilent(cell)) report(cell, 'metadata')
    if (cell.status === 'published' && (cell.reason !== null || cell.n === null)) report(cell, 'metadata')
    if (![cell.n, cell.invited, cell.responseRate].every(isSound)) report(cell, 'inconsistent')
    for (const figures of cell.measures) {
      const silent = figures.status === 'protected'
      // Equal figures are often one object, so each is judged once.
      const values = judged.get(figures) ?? valuesIn(figures)
      judged.set(figures, values)
      if (silent !== (values === 'none')) report(cell, 'metadata', figures.id)
      if (!silent && cell.status === 'protected') report(cell, 'metadata', figures.id)
      if (values === 'unsound') report(cell, 'inconsistent', figures.id)
    }
    let first = 0
    for (const { id, measures } of wave.blocks) {
      if (isMixed(cell, measures, first)) report(cell, 'metadata', id)
      first += measures.length
    }
    if (findings.length === before) sound.add(cell)
  }
  for (const unit of missing) findings.push({ finding: 'inconsistent', unit, cut: {}, measure: null })
  return findings

  function report({ unit, cut }: Cell, finding: FindingKind, measure: string | null = null): void {
    findings.push({ finding, unit, cut, measure })
  }
}

function isSilent({ reason, n, invited, responseRate }: Cell): boolean {
  return reason === 'protected' && n === null && invited === null && responseRate === null
}

/**
 * Whether some measures of a block are shown and others are not.
 * @param first where the block's figures stand in a cell that has all measures in their order
 */
function isMixed({ measures: all }: Cell, block: readonly AuditedMeasure[], first: number): boolean {
  let shown = 0
  for (let i = 0; i < block.length; i++) {
    const id = block[i]?.id
    const there = all[first + i]
    const figures = there?.id === id ? there : all.find((one) => one.id === id)
    if (figures?.status === 'published') shown++
  }
  return shown > 0 && shown < block.length
}

/** Type, id and status are never null. */
const labels = 3

/** What figures say beside their labels: nothing, sound values, or some that are not. */
type Values = 'none' | 'sound' | 'unsound'

function valuesIn(figures: MeasureFigures): Values {
  let values = 0
  for (const value of Object.values(figures)) {
    if (!isSound(value)) return 'unsound'
    if (value !== null) values++
  }
  return values === labels ? 'none' : 'sound'
}

function isSound(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value === 'string' || value === null) return true
  if (typeof value !== 'object') return false
  if ('lo' in value && 'hi' in value && Number(value.lo) > Number(value.hi)) return false
  for (const part of Object.values(value)) if (!isSound(part)) return false
  return true
}
