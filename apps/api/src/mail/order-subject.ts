import type { AuditEvent } from '@chorus/db/stores/audit-trail'
import type { OrderKind } from './order-mails.ts'

/** What the audit trail says of an order of mails. */
export function orderSubject(
  kind: OrderKind,
  label: string,
  people: number,
): Pick<AuditEvent, 'action' | 'subject'> {
  return {
    action: actions[kind],
    subject: kind === 'refused' ? `${label}, once more: ${people} people` : `${label}: ${people} people`,
  }
}

const actions = {
  invitation: 'invitations sent',
  refused: 'invitations sent',
  reminder: 'reminder sent',
  results: 'results mailed',
} as const
