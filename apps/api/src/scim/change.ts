import { recordEvent } from '@chorus/db/stores/audit-trail'
import { changeRoster, type RosterTransaction, type Taken } from '@chorus/db/stores/change-roster'
import { readScimSettings, type ScimSettings } from '@chorus/db/stores/scim-settings'
import { addScimWork, type ScimCounts, type UnnotedWork } from '@chorus/db/stores/scim-tokens'
import type { ScimClient } from '../http/permission.ts'
import type { Parts } from '../parts.ts'
import { ScimError } from './scim-error.ts'

/** A request that changes something: its transaction, and where it counts what it did. */
export type Change = {
  readonly tx: RosterTransaction
  readonly organisation: string
  readonly settings: ScimSettings
  /** ISO date (UTC). */
  readonly today: string
  did(what: keyof ScimCounts, times?: number): void
}

/**
 * All that a request changes, or nothing. The audit trail gets one line for the work of an hour, not one for each person: it is written when the next
 * hour's work begins, and whenever somebody reads the trail.
 * @throws ScimError uniqueness
 */
export async function change<T>(
  { database, now }: Parts,
  client: ScimClient,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  const at = now()
  const { organisation } = client
  const done = await changeRoster(database.office, organisation, async (tx) => {
    const counts = new Map<keyof ScimCounts, number>()
    const value = await work({
      tx,
      organisation,
      settings: await readScimSettings(tx, organisation),
      today: at.toISOString().slice(0, 10),
      did: (what, times = 1) => {
        if (times > 0) counts.set(what, (counts.get(what) ?? 0) + times)
      },
    })
    if (counts.size > 0) {
      const before = await addScimWork(tx, client, Object.fromEntries(counts), at)
      if (before) await recordEvent(tx, organisation, eventOf(before, at))
    }
    return value
  })
  if (done.ok) return done.value
  throw new ScimError(409, takenWords[done.error.what], 'uniqueness')
}

/** The line of the audit trail for the work of one token. */
export function eventOf({ name, counts, from }: UnnotedWork, at: Date) {
  const { joined, left, moved, changed, units } = counts
  const words = `${joined} joined, ${left} left, ${moved} moved, ${changed} changed, ${units} units`
  return {
    at,
    actor: `SCIM (${name})`,
    action: 'people provisioned',
    subject: `${words}, from ${from.toISOString().slice(0, 16)}Z`,
  } as const
}

export const takenWords: Readonly<Record<Taken['what'], string>> = {
  userName: 'Somebody else has this userName. Look for the User by a filter, and change that one',
  externalId: 'Somebody else has this externalId. Look for the User by a filter, and change that one',
  email: 'Somebody else has this e-mail address. Look for the User by a filter, and change that one',
}
