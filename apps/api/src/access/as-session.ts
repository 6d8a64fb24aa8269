import { type Session, session } from '@chorus/contracts/session'
import type { SignedIn } from '@chorus/db/stores/sessions'
import { rolesOf } from '../http/permission.ts'

/** What pages are told of whoever is signed in. */
export function asSession(signedIn: SignedIn): Session {
  const { id, name, email } = signedIn.person
  return session.parse({
    person: { id, name, email },
    organisation: { name: signedIn.organisationName },
    roles: rolesOf(signedIn),
    unit: signedIn.unit,
    leads: signedIn.leads,
    standsIn: signedIn.standsIn.map(({ unit, giver }) => ({ unit, for: giver })),
  })
}
