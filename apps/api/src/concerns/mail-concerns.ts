import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import type { Office } from '@chorus/db/database'
import { orderForConcerns } from '@chorus/db/stores/concern-mailings'
import { readMailSettings } from '@chorus/db/stores/mail-settings'
import { fullBatch } from './batch.ts'

/** A mail leaves at a random moment of so many hours after a batch has opened. */
const spreadSeconds = 8 * 3600

/**
 * Tells trusted persons that something waits for them, since the batches that they were told of last. Asked again on the same day, it
 * does nothing.
 * @returns to how many people
 */
export async function mailConcerns(office: Office, organisation: string, now: Date): Promise<number> {
  const { zone } = (await readMailSettings(office, organisation)) ?? usualMailSettings
  const { day, opens } = fullBatch(now, zone)
  const from = opens > now ? opens : now
  return orderForConcerns(office, organisation, day, { from, seconds: spreadSeconds })
}
