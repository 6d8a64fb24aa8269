import type { ChainedEvent } from '@chorus/contracts/trail-hash'
import type { AuditAction } from '@chorus/contracts/trust'
import { and, asc, desc, eq, gt, gte, ilike, lt, lte } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { auditEvent } from '../schema/access.ts'

export type AuditEvent = {
  readonly at: Date
  /** The name of the person, or "command line". */
  readonly actor: string
  readonly action: AuditAction
  readonly subject: string
}

/**
 * Append only: the role behind `office` can neither change nor delete what is written here. The database numbers the event and chains it to the
 * one before.
 */
export async function recordEvent(
  office: Pick<Office, 'insert'>,
  organisationId: string,
  event: AuditEvent,
): Promise<void> {
  await office.insert(auditEvent).values({ organisation: organisationId, ...event })
}

/** Which events are looked for. */
export type TrailFilter = {
  /** Older than this number. */
  readonly before?: number | undefined
  readonly action?: AuditAction | undefined
  /** A part of the actor's name, in any case. */
  readonly person?: string | undefined
  /** From this moment on. */
  readonly from?: Date | undefined
  /** Before this moment. */
  readonly until?: Date | undefined
}

export type NumberedEvent = AuditEvent & { readonly number: number; readonly hash: Buffer }

/** Newest first. */
export async function listEvents(
  office: Office,
  organisationId: string,
  { before, action, person, from, until }: TrailFilter,
  limit: number,
): Promise<NumberedEvent[]> {
  return office
    .select(shown)
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.organisation, organisationId),
        before === undefined ? undefined : lt(auditEvent.number, before),
        action === undefined ? undefined : eq(auditEvent.action, action),
        person === undefined ? undefined : ilike(auditEvent.actor, `%${person.replace(/[\\%_]/g, '\\$&')}%`),
        from === undefined ? undefined : gte(auditEvent.at, from),
        until === undefined ? undefined : lt(auditEvent.at, until),
      ),
    )
    .orderBy(desc(auditEvent.number))
    .limit(limit)
}

/** The newest event: whoever notes its hash can tell later that nothing of before was changed. Null for an empty trail. */
export async function headOfTrail(
  office: Office,
  organisationId: string,
): Promise<{ number: number; hash: string } | null> {
  const [last] = await listEvents(office, organisationId, {}, 1)
  return last ? { number: last.number, hash: last.hash.toString('hex') } : null
}

const batchSize = 2000

/** The whole trail, oldest first, read while it is used. @param to the last number, where the trail may grow meanwhile */
export async function* readTrail(
  office: Office,
  organisationId: string,
  to = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<ChainedEvent> {
  for (let last = 0; ; ) {
    const rows = await office
      .select(shown)
      .from(auditEvent)
      .where(
        and(
          eq(auditEvent.organisation, organisationId),
          gt(auditEvent.number, last),
          lte(auditEvent.number, to),
        ),
      )
      .orderBy(asc(auditEvent.number))
      .limit(batchSize)
    for (const { at, hash, ...event } of rows)
      yield { organisation: organisationId, ...event, at: at.toISOString(), hash: hash.toString('hex') }
    last = rows.at(-1)?.number ?? last
    if (rows.length < batchSize) return
  }
}

const shown = {
  number: auditEvent.number,
  at: auditEvent.at,
  actor: auditEvent.actor,
  action: auditEvent.action,
  subject: auditEvent.subject,
  hash: auditEvent.hash,
}
