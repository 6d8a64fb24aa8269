import type { Policy } from '@chorus/contracts/policy'
import type { Programme } from '@chorus/contracts/programme'
import { request } from '../../../lib/api/request.ts'

export async function setReminderRule(
  programme: string,
  reminders: NonNullable<Policy['reminders']>,
): Promise<Programme> {
  return request('PUT', `/api/programmes/${encodeURIComponent(programme)}/reminders`, { reminders })
}
