import type { Policy } from '@chorus/contracts/policy'
import type { RuleChange } from '@chorus/contracts/rights'
import { request } from '../../../lib/api/request.ts'

export async function setReminderRule(
  programme: string,
  reminders: NonNullable<Policy['reminders']>,
): Promise<RuleChange> {
  return request('PUT', `/api/programmes/${encodeURIComponent(programme)}/reminders`, { reminders })
}
