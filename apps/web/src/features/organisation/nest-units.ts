import type { OrganisationTree } from '@chorus/contracts/organisation'

type Unit = OrganisationTree['units'][number]
/** A unit with what lies below it; `peopleBelow` counts its own people and everybody below. */
export type UnitNode = Pick<Unit, 'id' | 'name' | 'depth' | 'people'> & {
  peopleBelow: number
  children: UnitNode[]
}

/** The list (parents before children) as a tree. */
export function nest(units: readonly Unit[]): UnitNode[] {
  const nodes = new Map<string, UnitNode>()
  const roots: UnitNode[] = []
  for (const { id, name, depth, people, parent } of units) {
    const node: UnitNode = { id, name, depth, people, peopleBelow: people, children: [] }
    nodes.set(id, node)
    const above = parent === null ? undefined : nodes.get(parent)
    if (above) above.children.push(node)
    else roots.push(node)
  }
  // Children come after their parents, so going backwards every sum is complete before it is handed up.
  for (const { id, parent } of units.toReversed()) {
    const above = parent === null ? undefined : nodes.get(parent)
    if (above) above.peopleBelow += nodes.get(id)?.peopleBelow ?? 0
  }
  return roots
}
