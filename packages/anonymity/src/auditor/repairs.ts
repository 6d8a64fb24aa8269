import { err, ok, type Result } from '@chorus/basics/result'
import type { AuditReport, Cell } from '@chorus/contracts/publish'
import type { AuditedBlock } from './audit-input.ts'
import type { Audit } from './audit-release.ts'
import { type Finding, isRepairable } from './finding.ts'

/** Shown means of this block in this cell get this step (scale points), or the block is hidden there. */
export type Repair = {
  readonly unit: string
  readonly cut: Readonly<Record<string, string>>
  readonly block: string
  readonly step: 0.1 | 0.2 | 0.5 | 1 | 'hidden'
}

const ladder = [0.1, 0.2, 0.5, 1] as const

/**
 * One step coarser for every cell and block in which numbers tell too much, smallest cell first. The step a cell has now is read off its
 * own bands, so nothing but the release is needed: the next step is the first that is wider than the narrowest band.
 * After 1.0 the block is hidden in this cell, which keeps the other promises, since each part of a safe set of cells is safe.
 * Only findings that a coarser figure can cure are repaired; see `isRepairable`.
 */
export function repairsFor(
  findings: readonly Finding[],
  cells: readonly Cell[],
  blocks: readonly AuditedBlock[],
): Repair[] {
  const blockOf = new Map(blocks.flatMap((block) => block.measures.map(({ id }) => [id, block] as const)))
  const cellOf = new Map(cells.map((cell) => [placeKey(cell.unit, cell.cut), cell]))
  const repairs = new Map<string, { repair: Repair; size: number }>()
  for (const finding of findings) {
    const block = blockOf.get(finding.measure ?? '')
    const cell = cellOf.get(placeKey(finding.unit, finding.cut))
    if (!isRepairable(finding) || !block || !cell) continue
    repairs.set(`${placeKey(cell.unit, cell.cut)} ${block.id}`, {
      repair: { unit: cell.unit, cut: cell.cut, block: block.id, step: nextStep(cell, block) },
      size: typeof cell.n === 'number' ? cell.n : (cell.n?.lo ?? 0),
    })
  }
  return [...repairs.entries()]
    .sort(([a, left], [b, right]) => left.size - right.size || (a < b ? -1 : 1))
    .map(([, { repair }]) => repair)
}

function nextStep(cell: Cell, block: AuditedBlock): Repair['step'] {
  const ids = new Set(block.measures.map(({ id }) => id))
  const widths = cell.measures
    .filter(({ id, mean }) => ids.has(id) && mean !== null)
    .map(({ mean }) => (mean === null || typeof mean === 'number' ? 0 : mean.hi - mean.lo))
  const narrowest = Math.min(...widths)
  return ladder.find((step) => step > narrowest + 1e-9) ?? 'hidden'
}

/** A cell has five steps to go; a round may uncover its neighbours, more rounds than this mean that no repair helps. */
const rounds = 40

export type Weakened<Written> = {
  readonly written: Written
  readonly report: AuditReport
  readonly repairs: readonly Repair[]
}

/**
 * publish -> audit -> repair -> publish ..., until the auditor finds nothing. A finding that no repair cures refuses the release at
 * once.
 * @param publish writes the wave with the repairs so far; a later repair of the same cell and block replaces an earlier one
 */
export function weakenUntilClean<Written extends { readonly cells: readonly Cell[] }>(
  publish: (repairs: readonly Repair[]) => Written,
  audit: (written: Written) => Audit,
  blocks: readonly AuditedBlock[],
): Result<Weakened<Written>, readonly Finding[]> {
  const repairs = new Map<string, Repair>()
  let findings: readonly Finding[] = []
  for (let round = 0; round < rounds; round++) {
    const written = publish([...repairs.values()])
    const audited = audit(written)
    findings = audited.findings
    if (findings.length === 0) {
      const all = [...repairs.values()]
      return ok({ written, report: { ...audited.report, repairs: countOf(all) }, repairs: all })
    }
    if (!findings.every(isRepairable)) return err(findings)
    for (const repair of repairsFor(findings, written.cells, blocks))
      repairs.set(`${placeKey(repair.unit, repair.cut)} ${repair.block}`, repair)
  }
  return err(findings)
}

function countOf(repairs: readonly Repair[]): AuditReport['repairs'] {
  const hidden = repairs.filter(({ step }) => step === 'hidden').length
  return { coarser: repairs.length - hidden, hidden }
}

function placeKey(unit: string, cut: Readonly<Record<string, string>>): string {
  return JSON.stringify([unit, Object.entries(cut).sort()])
}
