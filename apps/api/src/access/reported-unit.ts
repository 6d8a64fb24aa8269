import { smallTeamsOf } from '@chorus/anonymity/cohorts'
import { readGroupName } from '@chorus/contracts/joined-groups'
import type { ReleasedUnit } from '@chorus/contracts/publish'
import type { CountedUnit } from '@chorus/db/stores/counted-units'
import { unitTree } from './unit-tree.ts'

/** A unit and all above it, from the bottom up; nothing where the tree does not have it. */
export function chainUp(units: readonly ReleasedUnit[], unit: string): string[] {
  const { byId } = unitTree(units)
  const chain: string[] = []
  for (let at = byId.get(unit); at; at = at.parent === null ? undefined : byId.get(at.parent))
    chain.push(at.id)
  return chain
}

/** Where the people of a unit can have been counted, but for those who were left over at the top. */
export function placesToLook(chain: readonly string[]): string[] {
  return [...chain, ...chain.map(smallTeamsOf)]
}

/**
 * The unit in which a wave reports the people of a unit: itself, or where it was joined or folded because it was too small. It
 * follows the steps by which groups were made (`partitionCohorts`), from what the wave says of its groups alone.
 * @param chain the unit and all above it in the wave's tree, see {@link chainUp}
 * @param counted groups of this wave, at least those among {@link placesToLook} and the one with others from the top
 * @returns null when the wave's tree does not have the unit; and in the one case that the groups do not tell: too few people were left over
 * at the top, and joined small teams somewhere far below
 */
export function reportedUnit(chain: readonly string[], counted: readonly CountedUnit[]): string | null {
  const [own, ...above] = chain
  if (own === undefined) return null
  const groups = new Set(counted.map(({ unit }) => unit))
  if (groups.has(own)) return own
  for (const unit of above) {
    if (groups.has(smallTeamsOf(unit))) return smallTeamsOf(unit)
    if (groups.has(unit)) return unit
  }
  const root = chain.at(-1) ?? own
  if (groups.has(smallTeamsOf(root))) return smallTeamsOf(root)
  return counted.find(({ label }) => readGroupName(label)?.kind === 'with-others')?.unit ?? null
}
