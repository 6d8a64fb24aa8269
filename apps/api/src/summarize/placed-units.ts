import type { ReleasedUnit } from '@chorus/contracts/publish'

/** A unit with its place in the tree; the root has depth 0. */
export type PlacedUnit = ReleasedUnit & { readonly depth: number; readonly path: readonly string[] }

/** Depth first, so that a unit stands right below the one it belongs to. */
export function placedUnits(units: readonly ReleasedUnit[]): PlacedUnit[] {
  const children = new Map<string | null, ReleasedUnit[]>()
  for (const unit of units) {
    const siblings = children.get(unit.parent)
    if (siblings) siblings.push(unit)
    else children.set(unit.parent, [unit])
  }
  const placed: PlacedUnit[] = []
  const waiting: PlacedUnit[] = (children.get(null) ?? []).map((unit) => ({ ...unit, depth: 0, path: [] }))
  for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
    placed.push(unit)
    const { depth, path, name } = unit
    const below = [...path, name]
    for (const child of (children.get(unit.id) ?? []).toReversed())
      waiting.push({ ...child, depth: depth + 1, path: below })
  }
  return placed
}
