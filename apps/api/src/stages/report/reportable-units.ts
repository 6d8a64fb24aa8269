import type { ReleasedUnit } from '@chorus/contracts/publish'
import { unitTree } from '../../access/unit-tree.ts'

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
  const tree = unitTree(units)
  // Not by walking the whole tree: for nearly everybody this is one unit of very many.
  const open = new Set(reader.leads.flatMap((id) => tree.byId.get(id) ?? []))
  for (const unit of open) for (const one of tree.below(unit.id)) open.add(one)
  const own = reader.own === null ? undefined : tree.byId.get(reader.own)
  if (own) open.add(own)
  const place = ({ id }: ReleasedUnit) => tree.placeOf.get(id) ?? 0
  const visible = reader.seesAll ? tree.inOrder : [...open].sort((a, b) => place(a) - place(b))
  const depths = new Map<string, number>()
  return visible.map((unit) => {
    const above = unit.parent === null ? undefined : depths.get(unit.parent)
    const depth = above === undefined ? 0 : above + 1
    depths.set(unit.id, depth)
    return { ...unit, parent: above === undefined ? null : unit.parent, depth }
  })
}
