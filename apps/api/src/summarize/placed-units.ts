import type { ReleasedUnit } from '@chorus/contracts/publish'

/** A unit with its place in the tree; the root has depth 0. */
export type PlacedUnit = ReleasedUnit & { readonly depth: number; readonly path: readonly string[] }

/** Depth first, so that a unit stands right below the one it belongs to. */
export function placedUnits(units: readonly ReleasedUnit[]): PlacedUnit[] {
  const children = new Map<string | null, ReleasedUnit[]>()
  for (const unit of units) children.set(unit.parent, [...(children.get(unit.parent) ?? []), unit])
  const placed: PlacedUnit[] = []
  const waiting: PlacedUnit[] = (children.get(null) ?? []).map((unit) => ({ ...unit, depth: 0, path: [] }))
  for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
    placed.push(unit)
    const { depth, path, name } = unit
    const below = (children.get(unit.id) ?? []).map((child) => ({
      ...child,
      depth: depth + 1,
      path: [...path, name],
    }))
    waiting.push(...below.reverse())
  }
  return placed
}
