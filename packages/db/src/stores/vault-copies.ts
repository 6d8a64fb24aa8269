import type { AuditAction } from '@chorus/contracts/trust'
import { and, eq, inArray, like } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { auditEvent } from '../schema/access.ts'
import { recordEvent } from './audit-trail.ts'
import type { WaveRow } from './waves.ts'

type Copied = Pick<WaveRow, 'organisation' | 'id' | 'label'>

const made = 'vault copied'
const destroyed = 'vault copy destroyed'

/** Puts into the audit trail that the keys of a wave were copied. @param copy the copy's random name, never a key */
export async function recordCopyMade(office: Office, wave: Copied, copy: string, at: Date): Promise<void> {
  await record(office, wave, copy, made, at)
}

export async function recordCopyDestroyed(
  office: Office,
  wave: Copied,
  copy: string,
  at: Date,
): Promise<void> {
  await record(office, wave, copy, destroyed, at)
}

/** Copies of a wave's keys that the audit trail knows of and nobody has destroyed yet. */
export async function countCopiesLeft(
  office: Office,
  wave: Pick<Copied, 'organisation' | 'id'>,
): Promise<number> {
  const events = await office
    .select({ action: auditEvent.action, subject: auditEvent.subject })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.organisation, wave.organisation),
        inArray(auditEvent.action, [made, destroyed]),
        like(auditEvent.subject, `%${markOf(wave.id)}%`),
      ),
    )
  const of = (action: AuditAction) =>
    events.flatMap((event) => (event.action === action ? [event.subject] : []))
  const gone = new Set(of(destroyed))
  return new Set(of(made).filter((subject) => !gone.has(subject))).size
}

function record(office: Office, wave: Copied, copy: string, action: AuditAction, at: Date): Promise<void> {
  const subject = `${wave.label}${markOf(wave.id)}${copy}`
  return recordEvent(office, wave.organisation, { at, actor: 'command line', action, subject })
}

function markOf(wave: string): string {
  return ` (wave ${wave}), copy `
}
