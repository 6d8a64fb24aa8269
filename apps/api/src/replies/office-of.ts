import type { ReleasedUnit } from '@chorus/contracts/publish'

/** In which role somebody speaks: HR, or the manager of a unit. */
export type Office = { readonly unit: { readonly id: string; readonly name: string } | null }

/**
 * The role in which a reader answers a comment: HR, else the manager of the closest led unit above it or its own; null for somebody who may not
 * read it.
 * @param units the tree of the comment's wave
 */
export function officeOf(
  unit: string,
  units: readonly ReleasedUnit[],
  reader: { readonly isHr: boolean; readonly leads: readonly string[] },
): Office | null {
  if (reader.isHr) return { unit: null }
  const byId = new Map(units.map((one) => [one.id, one]))
  for (let at = byId.get(unit); at; at = at.parent === null ? undefined : byId.get(at.parent))
    if (reader.leads.includes(at.id)) return { unit: { id: at.id, name: at.name } }
  return null
}
