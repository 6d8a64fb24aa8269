import type { AuditReport } from '@chorus/contracts/publish'
import type { AuditedWave } from './audit-input.ts'
import type { Finding } from './finding.ts'
import type { ProgrammeBudget } from './linear-solver.ts'
import type { StructuralAudit } from './structural.ts'

export function reportOf(
  { cells }: AuditedWave,
  earlierWaves: number,
  { layersAttacked, kindsSearched }: StructuralAudit,
  { solved, kindsLeftOut }: ProgrammeBudget,
  findings: readonly Finding[],
): AuditReport {
  const shown = cells.filter((cell) => cell.status === 'published').length
  return {
    format: 'chorus-audit/1',
    cells: { shown, hidden: cells.length - shown },
    layersAttacked,
    kindsSearched,
    programmesSolved: solved,
    kindsLeftOut,
    earlierWaves,
    repairs: { coarser: 0, hidden: 0 },
    findings: findings.length,
  }
}
