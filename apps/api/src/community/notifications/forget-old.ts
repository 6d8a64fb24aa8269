import type { Office } from '@chorus/db/database'
import { dropNotificationsBefore } from '@chorus/db/stores/notifications'

const keptMilliseconds = 90 * 86_400_000

/** What somebody was told of is kept for ninety days, seen or not. */
export async function forgetOldNotifications(office: Office, organisation: string, now: Date): Promise<void> {
  await dropNotificationsBefore(office, organisation, new Date(now.getTime() - keptMilliseconds))
}
