import { rolesOf, type SignedIn } from '../../http/permission.ts'

type Reader = Pick<SignedIn, 'person' | 'leads' | 'unit'>

/**
 * Whether somebody writes what a unit does: who leads it or a unit above it, and HR.
 * @param chain the unit and all above it
 */
export function mayWriteActions(reader: SignedIn, chain: readonly string[]): boolean {
  return rolesOf(reader).includes('hr') || reader.leads.some(({ id }) => chain.includes(id))
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

/** The units that a person belongs to or leads. */
export function placesOf({ unit, leads }: Reader): string[] {
  return [unit.id, ...leads.map(({ id }) => id)]
}
