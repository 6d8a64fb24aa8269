import { err, ok, type Result } from '@chorus/basics/result'
import type { AuditedBlock } from './audit-input.ts'
import { ChosenRepairs } from './chosen-repairs.ts'
import { type Finding, isRepairable } from './finding.ts'
import { type Attempt, type Audited, giveBack, type Weakening } from './give-back.ts'
import { cheapestFirst, type Repair, type RepairOption, RepairOptions } from './repair-options.ts'

export type { Repair } from './repair-options.ts'

/** A block in a cell has five steps to go; repairs may uncover their neighbours. More rounds than this mean that no repair helps. */
const rounds = 40

export type Weakened<Written, Found> = {
  readonly written: Written
  /** The last audit, without findings. */
  readonly audited: Found
  readonly repairs: readonly Repair[]
}

/**
 * publish -> audit -> repair -> publish ..., until the auditor finds nothing; then repairs that turned out not to be needed are given back.
 * A finding may be cured at any cell that takes part in it: what is left of a large cell when small ones are taken out is hidden by a
 * coarser small one as well. Of these the repair that costs least is taken, in answers times steps, hiding a block counting
 * as three steps; a finding that comes again gets twice as many each time. Which these are follows from displayed figures alone.
 *
 * It ends: every round takes at least one step, and there are five for each block in a cell. A finding that no repair cures refuses the
 * release at once.
 */
export function weakenUntilClean<Written extends Attempt, Found extends Audited>(
  publish: Weakening<Written, Found>['publish'],
  audit: Weakening<Written, Found>['audit'],
  blocks: readonly AuditedBlock[],
): Result<Weakened<Written, Found>, readonly Finding[]> {
  let chosen = ChosenRepairs.none()
  const seen = new Map<string, number>()
  let findings: readonly Finding[] = []
  for (let round = 0; round < rounds; round++) {
    const written = publish(chosen.list())
    const audited = audit(written)
    findings = audited.findings
    if (findings.length === 0) {
      const best = giveBack({ chosen, written, audited }, { publish, audit, blocks })
      return ok({ written: best.written, audited: best.audited, repairs: best.chosen.list() })
    }
    if (!findings.every(isRepairable)) return err(findings)
    const options = new RepairOptions(written.cells, blocks)
    for (const finding of findings) chosen.join(options.of(finding))
    const steps = cheapestSteps(findings, options, seen)
    if (steps.length === 0) return err(findings)
    chosen = chosen.with(steps)
  }
  return err(findings)
}

/** For every finding the cheapest steps that may cure it, each once: one, and twice as many each time it was seen before. */
export function cheapestSteps(
  findings: readonly Finding[],
  options: RepairOptions,
  seen: Map<string, number> = new Map(),
): RepairOption[] {
  const steps = new Map<string, RepairOption>()
  const again = new Map<string, number>()
  for (const finding of findings) {
    const name = JSON.stringify([finding.unit, Object.entries(finding.cut).sort(), finding.measure])
    const times = again.get(name) ?? seen.get(name) ?? 0
    again.set(name, times)
    for (const option of options.of(finding).slice(0, 2 ** times)) steps.set(option.key, option)
  }
  for (const [name, times] of again) seen.set(name, times + 1)
  return [...steps.values()].sort(cheapestFirst)
}
