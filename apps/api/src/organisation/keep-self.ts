import type { ImportPreview } from '@chorus/contracts/organisation-import'
import type { Renumbered } from '@chorus/db/stores/organisation-import'
import type { Roster } from '@chorus/db/stores/roster'
import type { WantedOrganisation } from './read-organisation.ts'

/**
 * Whoever imports stays on the roster with the own role, whatever the file says: nobody else might be there to give them back, and who set Chorus
 * up is in no export of an HR system. Leaving and giving up a role are for somebody else to enter, as rights are.
 * @param self the id of whoever imports; null: nobody on the roster
 */
export function keepSelf(
  wanted: WantedOrganisation,
  roster: Pick<Roster, 'people'>,
  self: string | null,
): { readonly wanted: WantedOrganisation; readonly you: ImportPreview['you'] } {
  const then = roster.people.find(({ id }) => id === self)
  if (!then) return { wanted, you: 'named' }
  const now = wanted.people.find(({ externalId }) => externalId === then.externalId)
  if (now?.role === then.role) return { wanted, you: 'named' }
  if (now) {
    const people = wanted.people.map((one) => (one === now ? { ...now, role: then.role } : one))
    return { wanted: { ...wanted, people }, you: 'role-kept' }
  }
  // Somebody else has the address now: then the file speaks of this person after all.
  if (wanted.people.some(({ email }) => email === then.email)) return { wanted, you: 'named' }
  const { id: _, ...kept } = then
  const units = new Set(wanted.units.map(({ id }) => id))
  const root = wanted.units.find(({ parent }) => parent === null)?.id
  const unit = units.has(kept.unit) ? kept.unit : (root ?? kept.unit)
  const leads = kept.leads.filter((led) => units.has(led))
  return { wanted: { ...wanted, people: [...wanted.people, { ...kept, unit, leads }] }, you: 'kept' }
}

/**
 * The number by which a file knows whoever imports, where the roster has another one: who set Chorus up had none yet, and is known by the address.
 * Null where the file knows the person by the same number or not at all, or the number is somebody else's.
 */
export function ownNumber(
  roster: Pick<Roster, 'people' | 'leavers'>,
  wanted: Pick<WantedOrganisation, 'people'>,
  self: string | null,
): Renumbered | null {
  const then = roster.people.find(({ id }) => id === self)
  if (!then || wanted.people.some(({ externalId }) => externalId === then.externalId)) return null
  const now = wanted.people.find(({ email }) => email === then.email)
  if (!now || roster.leavers.has(now.externalId)) return null
  if (roster.people.some(({ externalId }) => externalId === now.externalId)) return null
  return { id: then.id, externalId: now.externalId }
}
