import { readGroupName } from '@chorus/contracts/joined-groups'
import type { ReleasedUnit } from '@chorus/contracts/publish'
import { unitTree } from '../../access/unit-tree.ts'

/** The units above a unit, from the bottom up. */
export function unitsUpFrom(units: readonly ReleasedUnit[], unit: string): ReleasedUnit[] {
  const { byId } = unitTree(units)
  const above: ReleasedUnit[] = []
  for (let up = byId.get(byId.get(unit)?.parent ?? ''); up; up = byId.get(up.parent ?? '')) above.push(up)
  return above
}

/** The group that small teams beside a unit were joined to, where there is one. */
export function joinedBeside(units: readonly ReleasedUnit[], unit: string): ReleasedUnit | null {
  const [parent] = unitsUpFrom(units, unit)
  const isJoined = ({ id, name, parent: above }: ReleasedUnit) =>
    id !== unit && above === parent?.id && readGroupName(name)?.kind === 'small-teams'
  return (parent && units.find(isJoined)) ?? null
}
