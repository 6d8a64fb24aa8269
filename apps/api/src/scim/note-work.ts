import type { Office } from '@chorus/db/database'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { takeScimWork } from '@chorus/db/stores/scim-tokens'
import { eventOf } from './change.ts'

/** Writes what identity providers did since the last line into the audit trail, so that whoever reads it sees all. */
export async function noteScimWork(office: Office, organisation: string, at: Date): Promise<void> {
  await office.transaction(async (tx) => {
    for (const work of await takeScimWork(tx, organisation))
      await recordEvent(tx, organisation, eventOf(work, at))
  })
}
