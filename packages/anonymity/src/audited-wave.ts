import type { ReleasedWave } from '@chorus/contracts/publish'
import type { AuditedWave, AuditPolicy } from './auditor/audit-input.ts'
import { type AuditedThresholds, auditedThresholds } from './auditor/audited-thresholds.ts'
import type { PublishInput } from './publish-input.ts'

/** The wave with who is behind it; no cuts are published yet, so a group is all people of a unit. */
export function auditedWave(
  wave: ReleasedWave,
  { units, tally }: Pick<PublishInput, 'units' | 'tally'>,
): AuditedWave {
  const complete = tally.blocks.map((_, block) => tally.completeIn(block))
  return {
    id: wave.id,
    units,
    groups: tally.units.map((unit, i) => ({
      unit,
      cut: {},
      respondents: tally.respondents[i] ?? 0,
      complete: complete.map((counts) => counts[i] ?? 0),
    })),
    blocks: tally.blocks.map(({ id, measures }) => ({
      id,
      measures: measures.map((measure) => ({
        id: measure.id,
        min: measure.min,
        max: measure.max,
        isScale: measure.type === 'scale',
      })),
    })),
    cells: wave.cells,
  }
}

/** As long as figures are exact (docs/decisions/0005), the spread is shown with the mean and needs no more answers. */
export function exactFigures(policy: AuditPolicy): AuditedThresholds {
  return { ...auditedThresholds(policy), spread: policy.k }
}
