import type { AuditAction } from '@chorus/contracts/trust'
import { desc, eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { auditEvent } from '../schema/access.ts'

export type AuditEvent = {
  readonly at: Date
  /** The name of the person, or "command line". */
  readonly actor: string
  readonly action: AuditAction
  readonly subject: string
}

/** Append only: the role behind `office` can neither change nor delete what is written here. */
export async function recordEvent(office: Office, organisationId: string, event: AuditEvent): Promise<void> {
  await office.insert(auditEvent).values({ organisation: organisationId, ...event })
}

/** Newest first. */
export async function listEvents(
  office: Office,
  organisationId: string,
  limit: number,
): Promise<AuditEvent[]> {
  return office
    .select({
      at: auditEvent.at,
      actor: auditEvent.actor,
      action: auditEvent.action,
      subject: auditEvent.subject,
    })
    .from(auditEvent)
    .where(eq(auditEvent.organisation, organisationId))
    .orderBy(desc(auditEvent.number))
    .limit(limit)
}
