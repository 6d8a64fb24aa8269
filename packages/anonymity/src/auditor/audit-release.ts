import type { AuditReport, Cell, MeasureFigures } from '@chorus/contracts/publish'
import type { AuditedWave, AuditPolicy } from './audit-input.ts'
import { reportOf } from './audit-report.ts'
import { auditedThresholds } from './audited-thresholds.ts'
import { SpareBounds } from './bounds.ts'
import { attackComplements } from './complements.ts'
import { attackDisplay } from './display.ts'
import { type DisplayedFamily, displayedBlock, forComparing } from './displayed-block.ts'
import type { Finding, FoundPlace } from './finding.ts'
import { programmesOfAnAudit } from './linear-solver.ts'
import { attackLinkedCells } from './linked-cells.ts'
import { findLooseFigures } from './loose-figures.ts'
import { Remembered } from './remembered.ts'
import { attackStructure } from './structural.ts'
import { indexWave, type WaveIndex } from './wave-index.ts'
import type { BlockPair } from './wave-pair.ts'
import { attackPair } from './waves.ts'

export type Audit = { readonly findings: readonly Finding[]; readonly report: AuditReport }

/**
 * Attacks a wave that is about to leave, each figure together with the last one that was shown in its place. It shares no code with the rules. Findings come in the order of
 * attacks, measures and cells, so the same release always gives the same list.
 * Publishing calls it through `weakenUntilClean`, which repairs what coarser figures cure, and stores the report with the release.
 * @param earlier oldest first
 */
export function auditRelease(now: AuditedWave, earlier: readonly AuditedWave[], policy: AuditPolicy): Audit {
  return auditorAgainst(earlier, policy)(now)
}

/**
 * An auditor who is asked about the same wave again after each repair. Earlier waves are read once, and so are the figures of a cell that
 * stays the same object: nobody may change a cell that was audited.
 */
export function auditorAgainst(
  earlier: readonly AuditedWave[],
  policy: AuditPolicy,
): (now: AuditedWave) => Audit {
  const thresholds = auditedThresholds(policy)
  const most = policy.k - 1
  const latest = latestShown(earlier)
  const spare = new SpareBounds()
  const compared = earlier
    .filter(({ id, cells }) =>
      cells.some((cell) => {
        const place = placeOf(cell)
        return cell.measures.some((one) => isShown(one) && latest(place, one.id) === id)
      }),
    )
    .map((wave): ReadWave => {
      const index = indexWave(wave)
      const blocks = wave.blocks.map((_, block) => displayedBlock(index, block, spare).map(forComparing))
      return { index, blocks }
    })
  const sound = new WeakSet<Cell>()
  const remembered = new Remembered()

  return (now) => {
    const index = indexWave(now)
    const structure = attackStructure(index, thresholds)
    const budget = programmesOfAnAudit()
    const blocks: DisplayedFamily[][] = []
    const told = now.blocks.map((_, block) => {
      const families = displayedBlock(index, block, spare)
      const counts = countsOf(now, block)
      // Kept only where there is something to compare it with: it would fill the memory.
      if (compared.length > 0) blocks.push(families.map(forComparing))
      return [
        attackDisplay(index, families, most),
        attackComplements(index, families, most),
        attackLinkedCells(index, families, counts, most, budget),
      ].flat()
    })
    const comparisons = compared.map((before) =>
      attackPair(pairsOf({ index, blocks }, before), policy.k, remembered).filter((finding) =>
        // Named is the smallest of the cells that tell it; any of them may have been shown last in this wave.
        [finding, ...(finding.among ?? [])].some((place) => {
          const shownLast = latest(placeOf(place), finding.measure)
          return shownLast === undefined || shownLast === before.index.wave.id
        }),
      ),
    )
    const loose = findLooseFigures(now, sound)
    const findings = withoutRepeats([loose, structure.findings, ...told, ...comparisons].flat())
    return { findings, report: reportOf(now, compared.length, structure, budget, findings) }
  }
}

/** A wave and, per block, what its display tells. */
type ReadWave = { readonly index: WaveIndex; readonly blocks: readonly DisplayedFamily[][] }

/** For a figure of a cell the latest earlier wave that showed it. Looked up by cell: a large organisation has millions of figures. */
function latestShown(
  earlier: readonly AuditedWave[],
): (place: string, measure: string | null) => string | undefined {
  const newestFirst = earlier.toReversed().map(({ id, cells }) => ({
    id,
    cellAt: new Map(cells.map((cell) => [placeOf(cell), cell])),
  }))
  return (place, measure) =>
    newestFirst.find(({ cellAt }) =>
      cellAt.get(place)?.measures.some((one) => one.id === measure && isShown(one)),
    )?.id
}

function isShown({ status }: MeasureFigures): boolean {
  return status === 'published'
}

function placeOf({ unit, cut }: FoundPlace): string {
  return JSON.stringify([unit, Object.entries(cut).sort()])
}

function pairsOf(now: ReadWave, before: ReadWave): BlockPair[] {
  const [wave, earlier] = [now.index.wave, before.index.wave]
  return wave.blocks.flatMap((block, i) => {
    const j = earlier.blocks.findIndex(({ id }) => id === block.id)
    if (j === -1) return []
    return [
      {
        block,
        earlier: { index: before.index, families: before.blocks[j] ?? [], counts: countsOf(earlier, j) },
        now: { index: now.index, families: now.blocks[i] ?? [], counts: countsOf(wave, i) },
        isComplete: isComplete(wave, i) && isComplete(earlier, j),
        stayed: wave.stayed?.get(earlier.id) ?? null,
      },
    ]
  })
}

function countsOf({ groups }: AuditedWave, block: number): Int32Array {
  return Int32Array.from(groups, ({ complete }) => complete[block] ?? 0)
}

function isComplete({ groups }: AuditedWave, block: number): boolean {
  return groups.every(({ respondents, complete }) => complete[block] === respondents)
}

/** Several earlier waves may tell the same. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
}
