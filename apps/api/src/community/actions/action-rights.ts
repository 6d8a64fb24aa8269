import type { Action } from '@chorus/contracts/actions'
import { rolesOf, type SignedIn, unitsByRight } from '../../http/permission.ts'

/**
 * Whether somebody writes what a unit does: who leads it or a unit above it, whoever stands in for that person, and HR.
 * @param chain the unit and all above it
 */
export function mayWriteActions(reader: SignedIn, chain: readonly string[]): boolean {
  return rolesOf(reader).includes('hr') || unitsByRight(reader).some((id) => chain.includes(id))
}

/**
 * Whether somebody reads what a unit does: everybody in it, which is also everybody in the units below it, and whoever may write it.
 * @param chain the unit and all above it
 * @param places the reader's own unit and the led ones, each with all above it
 */
export function mayReadActions(
  reader: SignedIn,
  chain: readonly string[],
  places: readonly (readonly string[])[],
): boolean {
  const [unit] = chain
  if (unit === undefined) return false
  return mayWriteActions(reader, chain) || places.some((place) => place.includes(unit))
}

/** What somebody may do with one action: keep it, or say how far the own one is. */
export function mayDo(reader: SignedIn, keeps: boolean, owner: string | null): Action['may'] {
  return keeps ? 'change' : owner === reader.person.id ? 'progress' : 'read'
}

/** The units that a person belongs to, leads or works for. */
export function placesOf(reader: SignedIn): string[] {
  return [reader.unit.id, ...unitsByRight(reader)]
}
