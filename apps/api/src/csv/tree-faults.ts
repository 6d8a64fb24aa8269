import type { Fault } from '@chorus/contracts/problems'

type Unit = { readonly id: string; readonly parent: string | null; readonly line: number }
type TreeFault = Omit<Fault, 'file'>

/** What keeps a list of units from being one tree: no root, a second root, an unknown parent, a cycle. */
export function findTreeFaults(units: readonly Unit[]): TreeFault[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const [root, ...furtherRoots] = units.filter((unit) => unit.parent === null)
  const faults: TreeFault[] = []
  const fault = (line: number | null, code: string, message: string, values: Fault['values'] = {}) =>
    faults.push({ line, column: null, code, message, values })

  if (!root) fault(null, 'no-root', 'no unit is the root; leave parent_id empty for the whole organisation')
  for (const unit of furtherRoots)
    fault(unit.line, 'two-roots', `"${unit.id}" has no parent_id, but the root is already "${root?.id}"`, {
      unit: unit.id,
      root: root?.id ?? '',
    })
  for (const unit of units)
    if (unit.parent !== null && !byId.has(unit.parent))
      fault(unit.line, 'unknown-parent', `the parent_id "${unit.parent}" is no unit of this file`, {
        parent: unit.parent,
      })
  for (const unit of firstOfEachCycle(units, byId))
    fault(unit.line, 'cycle', `"${unit.id}" is below itself; follow its parent_id upwards`, { unit: unit.id })
  return faults
}

/** Walks up from every unit once; a walk that meets itself has found a cycle. */
function firstOfEachCycle(units: readonly Unit[], byId: ReadonlyMap<string, Unit>): Unit[] {
  const walkOf = new Map<Unit, number>()
  return units.filter((start, walk) => {
    let unit: Unit | undefined = start
    while (unit && !walkOf.has(unit)) {
      walkOf.set(unit, walk)
      unit = unit.parent === null ? undefined : byId.get(unit.parent)
    }
    return unit !== undefined && walkOf.get(unit) === walk
  })
}
