import type { AuditEvent } from '@chorus/db/stores/audit-trail'
import type { Job } from './job.ts'

/** What came of a job: a line for the audit trail, and what is to be done next without waiting for the next look at the clock. */
export type Done = {
  readonly event?: Pick<AuditEvent, 'action' | 'subject'>
  readonly next?: readonly Job[] | 'plan'
}
