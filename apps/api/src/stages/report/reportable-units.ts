import type { ReleasedUnit } from '@chorus/contracts/publish'

export type UnitInTree = ReleasedUnit & { readonly depth: number }

/**
 * The units whose results a reader may open, parents before children: all of them for HR, for a manager the led units and everything
 * below, for everybody the unit that reports the own one, and nothing below it. `parent` is null where the reader may see nothing above.
 * @param units the tree of the newest release, parents before children
 */
export function reportableUnits(
  units: readonly ReleasedUnit[],
  reader: { readonly seesAll: boolean; readonly leads: readonly string[]; readonly own: string | null },
): UnitInTree[] {
  const led = new Set(reader.leads)
  const depths = new Map<string, number>()
  /** Units whose reader may also open what lies below. */
  const opens = new Set<string>()
  const visible: UnitInTree[] = []
  for (const unit of parentsFirst(units)) {
    const passedDown = unit.parent !== null && opens.has(unit.parent)
    if (passedDown || reader.seesAll || led.has(unit.id)) opens.add(unit.id)
    else if (unit.id !== reader.own) continue
    const above = unit.parent === null ? undefined : depths.get(unit.parent)
    const depth = above === undefined ? 0 : above + 1
    depths.set(unit.id, depth)
    visible.push({ ...unit, parent: above === undefined ? null : unit.parent, depth })
  }
  return visible
}

function parentsFirst(units: readonly ReleasedUnit[]): ReleasedUnit[] {
  const children = new Map<string | null, ReleasedUnit[]>()
  for (const unit of units) {
    const siblings = children.get(unit.parent)
    if (siblings) siblings.push(unit)
    else children.set(unit.parent, [unit])
  }
  const inOrder: ReleasedUnit[] = []
  const open = [...(children.get(null) ?? [])].reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    inOrder.push(next)
    open.push(...[...(children.get(next.id) ?? [])].reverse())
  }
  return inOrder
}
