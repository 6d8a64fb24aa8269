import type { AuditedWave } from '../src/auditor/audit-input.ts'
import type { AuditedThresholds } from '../src/auditor/audited-thresholds.ts'
import type { Finding } from '../src/auditor/finding.ts'
import { findLooseFigures } from '../src/auditor/loose-figures.ts'
import { attackStructure } from '../src/auditor/structural.ts'
import { indexWave } from '../src/auditor/wave-index.ts'

/**
 * Attacks a release as if its figures were exact: what can be read off the file itself, and what follows by adding and
 * subtracting. It shares no code with the rules: it takes the shown cells as sets of people and counts everybody again.
 */
export function auditWave(wave: AuditedWave, thresholds: AuditedThresholds): Finding[] {
  const loose = findLooseFigures(wave, new WeakSet())
  const { findings } = attackStructure(indexWave(wave), thresholds)
  return [...loose, ...findings]
}
