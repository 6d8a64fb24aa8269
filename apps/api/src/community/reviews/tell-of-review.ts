import { notify } from '@chorus/db/stores/notifications'
import type { SignedIn } from '../../http/permission.ts'
import type { Parts } from '../../parts.ts'

/** Tells people once of what somebody did. @param people their ids; null for who is gone */
export async function tellOfReview(
  { database: { office }, now }: Parts,
  { organisation, person: { id: actor } }: SignedIn,
  id: string,
  what: 'asked to take part' | 'review moved',
  people: readonly (string | null)[],
): Promise<void> {
  const about = { organisation, kind: 'review', id } as const
  const told = new Set(people.filter((one) => one !== null))
  await notify(
    office,
    [...told].map((person) => ({ person, what, about, actor, at: now() })),
  )
}
