import type { AuditedWave } from './audit-input.ts'
import type { Finding } from './finding.ts'
import type { ProgrammeBudget } from './linear-solver.ts'
import type { StructuralAudit } from './structural.ts'

/** What the audit looked at: counts of cells and attacks, no answer and no count of people. A works council may read it. */
export type AuditReport = {
  readonly format: 'chorus-audit/1'
  readonly cells: { readonly shown: number; readonly hidden: number }
  /** Figures that can be subtracted on their own: all who answered, each mean, share and spread. */
  readonly layersAttacked: number
  /** Kinds of people whose combinations were searched because shown cells overlap; 0 without cuts. */
  readonly kindsSearched: number
  /** Linear programmes solved where shown cells overlap. */
  readonly programmesSolved: number
  /** Kinds of people, block by block, for which programmes would have been too large. */
  readonly kindsLeftOut: number
  readonly earlierWaves: number
  /** Blocks in cells that were made coarser, or hidden, until nothing was found. */
  readonly repairs: { readonly coarser: number; readonly hidden: number }
  readonly findings: number
}

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
