import type { AuditReport } from '@chorus/contracts/publish'
import type { AuditedWave, AuditPolicy } from './audit-input.ts'
import { reportOf } from './audit-report.ts'
import { auditedThresholds } from './audited-thresholds.ts'
import { attackComplements } from './complements.ts'
import { attackDisplay } from './display.ts'
import { type DisplayedFamily, displayedBlock } from './displayed-block.ts'
import type { Finding } from './finding.ts'
import { attackLinkedCells, programmesOfAnAudit } from './linked-cells.ts'
import { findLooseFigures } from './loose-figures.ts'
import { attackStructure } from './structural.ts'
import { indexWave, type WaveIndex } from './wave-index.ts'
import { attackPair, type BlockPair } from './waves.ts'

export type Audit = { readonly findings: readonly Finding[]; readonly report: AuditReport }

/**
 * Attacks a wave that is about to leave, each figure together with the last one that was shown in its place. It shares no code with the rules. Findings come in the order of
 * attacks, measures and cells, so the same release always gives the same list.
 * Publishing calls it through `weakenUntilClean`, which repairs what coarser figures cure, and stores the report with the release.
 * @param earlier oldest first
 */
export function auditRelease(now: AuditedWave, earlier: readonly AuditedWave[], policy: AuditPolicy): Audit {
  const thresholds = auditedThresholds(policy)
  const index = indexWave(now)
  const structure = attackStructure(index, thresholds)
  const displayed = now.blocks.map((_, block) => displayedBlock(index, block))
  const budget = { left: programmesOfAnAudit, solved: 0, kindsLeftOut: 0 }
  const most = policy.k - 1
  const told = displayed.map((families, block) => {
    const counts = Int32Array.from(now.groups, ({ complete }) => complete[block] ?? 0)
    return [
      attackDisplay(index, families, most),
      attackComplements(index, families, most),
      attackLinkedCells(index, families, counts, most, budget),
    ].flat()
  })
  const latest = latestShown(earlier)
  const used = new Set(latest.values())
  const compared = earlier.filter((wave) => used.has(wave.id))
  const comparisons = compared.map((wave) =>
    attackPair(pairsOf(index, displayed, wave), policy.k).filter((finding) => {
      const shownLast = latest.get(placeOf(finding, finding.measure ?? ''))
      return shownLast === undefined || shownLast === wave.id
    }),
  )
  const findings = withoutRepeats([findLooseFigures(now), structure.findings, ...told, ...comparisons].flat())
  return { findings, report: reportOf(now, compared.length, structure, budget, findings) }
}

/** For every figure of every cell the latest earlier wave that showed it. */
function latestShown(earlier: readonly AuditedWave[]): Map<string, string> {
  const latest = new Map<string, string>()
  for (const { id, cells } of earlier)
    for (const cell of cells)
      for (const { id: measure, status } of cell.measures)
        if (status === 'published') latest.set(placeOf(cell, measure), id)
  return latest
}

function placeOf({ unit, cut }: Pick<Finding, 'unit' | 'cut'>, measure: string): string {
  return JSON.stringify([unit, Object.entries(cut).sort(), measure])
}

function pairsOf(now: WaveIndex, displayed: readonly DisplayedFamily[][], earlier: AuditedWave): BlockPair[] {
  const then = indexWave(earlier)
  return now.wave.blocks.flatMap((block, i) => {
    const before = earlier.blocks.findIndex(({ id }) => id === block.id)
    if (before === -1) return []
    return [
      {
        block,
        earlier: { index: then, families: displayedBlock(then, before) },
        now: { index: now, families: displayed[i] ?? [] },
        isComplete: isComplete(now.wave, i) && isComplete(earlier, before),
      },
    ]
  })
}

function isComplete({ groups }: AuditedWave, block: number): boolean {
  return groups.every(({ respondents, complete }) => complete[block] === respondents)
}

/** Several earlier waves may tell the same. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
}
