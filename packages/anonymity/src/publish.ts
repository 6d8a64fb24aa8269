import { err, ok, type Result } from '@chorus/basics/result'
import type { ReleasedWave } from '@chorus/contracts/publish'
import { auditedWave, exactFigures } from './audited-wave.ts'
import { auditWave } from './auditor/audit-wave.ts'
import type { Finding } from './auditor/finding.ts'
import { drawMasks } from './masks.ts'
import type { PublishInput } from './publish-input.ts'
import { treeOf } from './tree.ts'
import { writeWave } from './write-wave.ts'

/** Nothing of the wave may leave. The findings name places, never answers or counts. */
export type ReleaseRefused = { readonly code: 'release-refused'; readonly findings: readonly Finding[] }

/**
 * Turns the counted answers of a closed wave into a safe release. What may be shown is decided from head counts
 * alone; then the figures are written; then an auditor who shares no code with those rules attacks the
 * result. If it finds anything, nothing is released.
 */
export function publishWave(input: PublishInput): Result<ReleasedWave, ReleaseRefused> {
  const tree = treeOf(input.units)
  const masks = drawMasks(input.tally, tree, input.policy)
  const wave = writeWave(input, tree, masks)
  const findings = auditWave(auditedWave(wave, input), exactFigures(input.policy))
  return findings.length === 0 ? ok(wave) : err({ code: 'release-refused', findings })
}
