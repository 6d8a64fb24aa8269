import type { Office } from '@chorus/db/database'
import { dropNotificationsBefore } from '@chorus/db/stores/notifications'
import { dropSettledReports } from '@chorus/db/stores/target-reports'

const keptMilliseconds = 90 * 86_400_000

/** What somebody was told of, seen or not, and reports that were decided on are kept for ninety days. */
export async function forgetOldCommunity(office: Office, organisation: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptMilliseconds)
  await dropNotificationsBefore(office, organisation, before)
  await dropSettledReports(office, organisation, before)
}
