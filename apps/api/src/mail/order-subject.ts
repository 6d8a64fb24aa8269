import type { AuditEvent } from '@chorus/db/stores/audit-trail'

/** What the audit trail says of an order of mails. */
export function orderSubject(
  kind: 'invitation' | 'reminder' | 'refused',
  label: string,
  people: number,
): Pick<AuditEvent, 'action' | 'subject'> {
  return {
    action: kind === 'reminder' ? 'reminder sent' : 'invitations sent',
    subject: kind === 'refused' ? `${label}, once more: ${people} people` : `${label}: ${people} people`,
  }
}
