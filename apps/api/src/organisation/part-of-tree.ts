import type { UnitRow } from '@chorus/db/stores/organisations'

/**
 * The units that somebody of HR works for, with how deep each lies below the first of its part.
 * @param units parents before children
 * @param parts the units with which the parts begin; null for the whole tree
 */
export function partOfTree(
  units: readonly UnitRow[],
  parts: readonly { readonly id: string }[] | null,
): (UnitRow & { readonly depth: number })[] {
  const begins = new Set(parts?.map(({ id }) => id))
  const depths = new Map<string, number>()
  return units.flatMap((unit) => {
    const above = unit.parent === null ? undefined : depths.get(unit.parent)
    if (above === undefined && parts !== null && !begins.has(unit.id)) return []
    const depth = above === undefined ? 0 : above + 1
    depths.set(unit.id, depth)
    return [{ ...unit, parent: above === undefined ? null : unit.parent, depth }]
  })
}
