import { ok, type Result } from '@chorus/basics/result'
import type { ReleasedWave } from '@chorus/contracts/publish'
import { auditedCategories, auditedWave } from './audited-wave.ts'
import { attackAnswers } from './auditor/answer-programmes.ts'
import type { AuditedBlock } from './auditor/audit-input.ts'
import type { Finding } from './auditor/finding.ts'
import { type ProgrammeBudget, programmesOfAnAudit } from './auditor/linear-solver.ts'
import { type Repair, weakenUntilClean } from './auditor/repairs.ts'
import type { PublishInput } from './publish-input.ts'

/** In larger trees there are far more kinds of people than the attack can take on: writing the wave once more would be of no use. */
const mostUnits = 2_000

/** What has to be coarser because single answers can be told from this wave alone. Keeps nothing of the waves it had written. */
export function weakenAlone(
  input: PublishInput,
  write: (repairs: readonly Repair[]) => ReleasedWave,
  blocks: readonly AuditedBlock[],
): Result<{ readonly repairs: readonly Repair[]; readonly programmes: ProgrammeBudget }, readonly Finding[]> {
  if (input.units.length > mostUnits) {
    const kindsLeftOut = blocks.length * auditedWave(input, []).groups.length
    return ok({ repairs: [], programmes: { ...programmesOfAnAudit(), kindsLeftOut } })
  }
  const attack = ({ cells }: ReleasedWave) => {
    const programmes = programmesOfAnAudit()
    const waves = [auditedWave(input, cells), ...auditedCategories(input, cells)]
    return { findings: waves.flatMap((one) => attackAnswers(one, input.policy, programmes)), programmes }
  }
  const weakened = weakenUntilClean(write, attack, blocks)
  if (!weakened.ok) return weakened
  return ok({ repairs: weakened.value.repairs, programmes: weakened.value.audited.programmes })
}
