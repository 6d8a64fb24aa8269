import type { Cell } from '@chorus/contracts/publish'
import type { AuditedBlock } from './audit-input.ts'
import type { ChosenRepairs } from './chosen-repairs.ts'
import type { Finding } from './finding.ts'
import { type Repair, type RepairOption, RepairOptions } from './repair-options.ts'

export type Attempt = { readonly cells: readonly Cell[] }

export type Audited = { readonly findings: readonly Finding[] }

export type Weakening<Written extends Attempt, Found extends Audited> = {
  /** Writes the wave with these repairs. */
  readonly publish: (repairs: readonly Repair[]) => Written
  readonly audit: (written: Written) => Found
  readonly blocks: readonly AuditedBlock[]
}

/** Each try is a publication and an audit: many for an organisation that takes a second, a few for one of 100,000 units. */
const most = { tries: 40, cells: 60_000 }

/**
 * What was made coarser before the repair that cured in the end is not needed any more. Step after step is taken back, dearest first, for as
 * long as the auditor finds nothing. Many are tried at once: first one of each cluster of repairs that findings join, then, since hiding also uncovers what
 * no finding names, one of each block. Where something is found again, the steps of its clusters stay, and the others are tried without
 * them. In the end no step can be spared, or the tries are used up.
 */
export function giveBack<Written extends Attempt, Found extends Audited>(
  clean: Clean<Written, Found>,
  by: Weakening<Written, Found>,
): Clean<Written, Found> {
  const { cells } = clean.written
  const budget = { left: Math.min(most.tries, Math.floor(most.cells / cells.length)) }
  const together = giveBackOneOfEach(clean, by, (option) => clean.chosen.clusterOf(option.key), budget)
  return giveBackOneOfEach(together, by, ({ repair }) => repair.block, budget)
}

type Clean<Written, Found> = {
  readonly chosen: ChosenRepairs
  readonly written: Written
  readonly audited: Found
}

function giveBackOneOfEach<Written extends Attempt, Found extends Audited>(
  clean: Clean<Written, Found>,
  { publish, audit, blocks }: Weakening<Written, Found>,
  clusterOf: (option: RepairOption) => string,
  budget: { left: number },
): Clean<Written, Found> {
  let best = clean
  const needed = new Map<string, string>()
  for (; budget.left > 0; budget.left--) {
    const batch = new Map<string, string>()
    for (const option of best.chosen.lastSteps()) {
      const cluster = clusterOf(option)
      if (!needed.has(option.key) && !batch.has(cluster)) batch.set(cluster, option.key)
    }
    if (batch.size === 0) return best
    const chosen = best.chosen.without([...batch.values()])
    const written = publish(chosen.list())
    const audited = audit(written)
    if (audited.findings.length === 0) {
      best = { chosen, written, audited }
      // Coarser figures can also uncover others: what these needed may be needed no longer.
      for (const [key, cluster] of needed) if (batch.has(cluster)) needed.delete(key)
      continue
    }
    const options = new RepairOptions(written.cells, blocks)
    const concerned = audited.findings.map((finding) => new Set(options.of(finding).map(clusterOf)))
    // A finding that belongs to none of them may come from any.
    const isTold = concerned.every((clusters) => [...clusters].some((cluster) => batch.has(cluster)))
    for (const [cluster, key] of batch)
      if (!isTold || concerned.some((clusters) => clusters.has(cluster))) needed.set(key, cluster)
  }
  return best
}
