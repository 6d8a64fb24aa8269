import { err, ok, type Result } from '@chorus/basics/result'
import type { ReleasedWave } from '@chorus/contracts/publish'
import { auditedCategories, auditedWave, cellsAudited } from './audited-wave.ts'
import type { AuditedWave } from './auditor/audit-input.ts'
import { type Audit, auditorAgainst, auditRelease } from './auditor/audit-release.ts'
import type { Finding } from './auditor/finding.ts'
import { countRepairs } from './auditor/repair-options.ts'
import { type Repair, weakenUntilClean } from './auditor/repairs.ts'
import { categoriesChosen } from './dimension-cuts.ts'
import { drawMasks } from './masks.ts'
import { organisationStatistics } from './organisation-statistics.ts'
import type { EarlierWave, PublishInput } from './publish-input.ts'
import { Repairs } from './repairs.ts'
import { treeOf } from './tree.ts'
import { weakenAlone } from './weakened-alone.ts'
import { WithdrawnCuts } from './withdrawn-cuts.ts'
import { waveWriter } from './write-wave.ts'

/** Nothing of the wave may leave. The findings name places, never answers or counts. */
export type ReleaseRefused = { readonly code: 'release-refused'; readonly findings: readonly Finding[] }

/**
 * Turns the counted answers of a closed wave into a safe release. What may be shown is decided from head counts
 * alone; then the figures are written; then an auditor who shares no code with those rules attacks the result, together with
 * all waves that are out. Figures that tell too much are made coarser, step by step, and cuts that cannot be proven safe are taken back; if
 * that does not help, nothing is released. What single answers tell in this wave alone is repaired first, and once: nothing that is made
 * coarser afterwards brings it back.
 */
export function publishWave(input: PublishInput): Result<EarlierWave, ReleaseRefused> {
  const tree = treeOf(input.units)
  const { dimensions, policy } = input
  const cutRule = dimensions && categoriesChosen(dimensions.chosen, dimensions.cuts, tree, policy)
  const masks = drawMasks(input.counts, tree, policy, cutRule)
  const writeWave = waveWriter(input, tree)
  const auditTree = auditorAgainst(input.earlier.map(asAudited), policy)
  // Of later waves the nearest stands where the last one stands among earlier ones.
  const later = (input.later ?? []).map(asAudited).toReversed()
  const auditAgainstLater = later.length > 0 ? auditorAgainst(later, policy) : null
  const frame = auditedWave(input, [])
  const audit = ({ cells }: ReleasedWave): Audit => {
    const shown = { ...frame, cells: cellsAudited(input, cells) }
    const whole = auditTree(shown)
    const withLater = auditAgainstLater === null ? [] : [auditAgainstLater(shown)]
    const categories = auditedCategories(input, cells).map((cut) => auditRelease(cut, [], policy))
    const compared = [whole, ...withLater].reduce((sum, { report }) => sum + report.earlierWaves, 0)
    return {
      report: { ...whole.report, earlierWaves: compared },
      findings: [whole, ...withLater, ...categories].flatMap(({ findings }) => findings),
    }
  }
  const { units, groups, blocks } = frame
  const ids = blocks.map(({ id }) => id)
  const blockOf = (measure: string) =>
    blocks.find(({ measures }) => measures.some(({ id }) => id === measure))?.id ?? measure
  const withdrawn = new WithdrawnCuts()
  for (;;) {
    const left = withdrawn.from(masks, ids)
    const write = (repairs: readonly Repair[]) => writeWave(left, new Repairs(repairs))
    const alone = weakenAlone(input, write, blocks)
    if (!alone.ok) return err({ code: 'release-refused', findings: alone.error })
    const { repairs: first, programmes } = alone.value
    const weakened = weakenUntilClean((more) => write([...first, ...more]), audit, blocks)
    if (weakened.ok) {
      const { written, audited, repairs: more } = weakened.value
      const report = {
        ...audited.report,
        programmesSolved: audited.report.programmesSolved + programmes.solved,
        kindsLeftOut: audited.report.kindsLeftOut + programmes.kindsLeftOut,
        repairs: countRepairs([...first, ...more]),
      }
      const atSealing = dimensions?.audit ? { sealing: dimensions.audit } : {}
      const audit = { ...report, ...atSealing }
      const statistics = organisationStatistics(input, tree, written)
      const wave = { ...written, organisation: { ...written.organisation, audit, statistics } }
      return ok({ wave, behind: { units, blocks, groups }, scales: input.counts.scales })
    }
    if (!withdrawn.takeBack(weakened.error, blockOf))
      return err({ code: 'release-refused', findings: weakened.error })
  }
}

function asAudited({ wave, behind }: EarlierWave): AuditedWave {
  return { id: wave.id, ...behind, cells: wave.cells }
}
