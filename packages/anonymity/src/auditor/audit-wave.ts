import type { Policy } from '@chorus/contracts/policy'
import type { Cell, ReleasedWave } from '@chorus/contracts/publish'
import type { Tally } from '../tally.ts'
import type { Finding } from './finding.ts'
import { findLooseFigures } from './loose-figures.ts'
import { findSmallRests } from './small-rests.ts'

export type AuditInput = {
  readonly units: readonly { readonly id: string; readonly parent: string | null }[]
  readonly tally: Pick<Tally, 'units' | 'blocks' | 'respondents' | 'completeIn'>
  readonly policy: Policy
}

/**
 * Attacks a release before it leaves. It shares no code with the rules: it takes the shown cells as sets of people,
 * counts everybody again, and looks at what is left when shown cells are subtracted from each other.
 * Every layer that can be subtracted on its own is attacked: all who answered, each measure, each favourable share.
 */
export function auditWave(wave: ReleasedWave, { units, tally, policy }: AuditInput): Finding[] {
  const findings = findLooseFigures(wave, units)
  const cellOf = new Map(wave.cells.map((cell) => [cell.unit, cell]))
  const people = (counts: ArrayLike<number>) => new Map(tally.units.map((id, i) => [id, counts[i] ?? 0]))
  const attack = (measure: string | null, threshold: number, counts: Map<string, number>, isShown: IsShown) =>
    findings.push(
      ...findSmallRests({ units, people: counts, threshold, isShown: (id) => isShown(cellOf.get(id)) }).map(
        ({ unit, finding }): Finding => ({ finding, unit, measure }),
      ),
    )

  attack(null, policy.k, people(tally.respondents), (cell) => cell?.n !== null && cell !== undefined)
  tally.blocks.forEach(({ measures }, block) => {
    const counts = people(tally.completeIn(block))
    for (const { id } of measures) {
      attack(id, policy.k, counts, (cell) => figuresIn(cell, id)?.mean != null)
      attack(id, Math.max(10, 2 * policy.k), counts, (cell) => figuresIn(cell, id)?.favourable != null)
    }
  })
  return findings
}

type IsShown = (cell: Cell | undefined) => boolean

function figuresIn(cell: Cell | undefined, id: string) {
  return cell?.measures.find((figures) => figures.id === id)
}
