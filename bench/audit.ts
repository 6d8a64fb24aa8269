import type { AuditedWave } from '../packages/anonymity/src/auditor/audit-input.ts'
import { auditRelease } from '../packages/anonymity/src/auditor/audit-release.ts'
import { countRepairs } from '../packages/anonymity/src/auditor/repair-options.ts'
import { type Repair, weakenUntilClean } from '../packages/anonymity/src/auditor/repairs.ts'
import { drawWave, largeOrganisation, turnOver } from './audit-organisation.ts'

const policy = { k: 5, cutK: 10 }

/**
 * The auditor on organisations of growing size, thirty measures each: one wave alone, the same with cut cells of two
 * attributes at the root, and the second wave with the first. Prints seconds, memory, findings, and how many of the shown
 * cells and blocks are repaired until the second wave is clean. People partly repeat themselves (correlation about 0.6).
 */
export async function benchAudit(): Promise<void> {
  for (const teams of [30, 300, 3_000, 30_000, 95_000]) {
    const organisation = largeOrganisation(teams)
    const first = drawWave('w1', organisation, [], false)
    console.log(`${first.units.length} units, ${organisation.people.length} people`)
    timed('one wave', first, [])
    if (teams <= 3_000) timed('with cuts', drawWave('w1', organisation, [], true), [])
    // Beyond this, two waves of answers and cells do not fit beside each other into the memory Node takes by default.
    if (teams > 30_000) continue
    const later = turnOver(organisation)
    timed('second wave', drawWave('w2', later, [], false), [first])
    if (teams > 300) continue
    let rounds = 0
    const publish = (repairs: readonly Repair[]) => {
      rounds++
      return drawWave('w2', later, repairs, false)
    }
    const weakened = weakenUntilClean(publish, (wave) => auditRelease(wave, [first], policy), first.blocks)
    const shown = first.cells.filter((cell) => cell.status === 'published').length * first.blocks.length
    if (!weakened.ok) throw new Error('the second wave was refused')
    const { coarser, hidden } = countRepairs(weakened.value.repairs)
    console.log(
      `  repairs      ${coarser} coarser, ${hidden} hidden of ${shown} blocks in cells, ${rounds} rounds`,
    )
  }
}

function timed(what: string, wave: AuditedWave, earlier: readonly AuditedWave[]): void {
  const start = performance.now()
  const { findings, report } = auditRelease(wave, earlier, policy)
  const seconds = ((performance.now() - start) / 1000).toFixed(2)
  const megabytes = Math.round(process.memoryUsage().rss / 1e6)
  const kinds = [...new Set(findings.map(({ finding }) => finding))].join(', ')
  console.log(
    `  ${what.padEnd(12)} ${seconds} s, ${megabytes} MB, ${report.cells.shown} cells shown, ${report.programmesSolved} programmes, ${findings.length} findings ${kinds}`,
  )
}
