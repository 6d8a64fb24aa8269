import type { Policy } from '@chorus/contracts/policy'
import type { Cell, ReleasedWave } from '@chorus/contracts/publish'
import type { GroupTally } from '../group-tally.ts'
import type { Finding } from './finding.ts'
import { findLooseFigures } from './loose-figures.ts'
import { findSmallRests } from './small-rests.ts'

export type AuditInput = {
  readonly units: readonly { readonly id: string; readonly parent: string | null }[]
  readonly counts: GroupTally
  readonly policy: Policy
}

/**
 * Attacks a release before it leaves. It shares no code with the rules: it takes the shown cells as sets of people,
 * counts everybody again, and looks at what is left when shown cells are subtracted from each other.
 * Every layer that can be subtracted on its own is attacked: all who answered, each measure, each favourable share.
 */
export function auditWave(wave: ReleasedWave, { units, counts, policy }: AuditInput): Finding[] {
  const findings = findLooseFigures(wave, units)
  const people = (own: ArrayLike<number>) => new Map(units.map(({ id }, i) => [id, own[i] ?? 0]))
  const shownWhere = (isShown: (cell: Cell) => boolean) =>
    new Set(
      wave.cells
        .filter((cell) => Object.keys(cell.cut).length === 0 && isShown(cell))
        .map((cell) => cell.unit),
    )
  const attack = (
    measure: string | null,
    threshold: number,
    ofLayer: Map<string, number>,
    shown: Set<string>,
  ) =>
    findings.push(
      ...findSmallRests({ units, people: ofLayer, threshold, shown }).map(({ unit, finding }) => ({
        finding,
        unit,
        measure,
      })),
    )

  attack(
    null,
    policy.k,
    people(counts.ownCounts('respondents')),
    shownWhere((cell) => cell.n !== null),
  )
  counts.tally.blocks.forEach(({ measures }, block) => {
    const complete = people(counts.ownCounts(block))
    for (const { id } of measures) {
      const figuresIn = (cell: Cell) => cell.measures.find((figures) => figures.id === id)
      attack(
        id,
        policy.k,
        complete,
        shownWhere((cell) => (figuresIn(cell)?.mean ?? null) !== null),
      )
      attack(
        id,
        Math.max(10, 2 * policy.k),
        complete,
        shownWhere((cell) => (figuresIn(cell)?.favourable ?? null) !== null),
      )
    }
  })
  return findings
}
