import type { SubjectKind, TargetKind } from '@chorus/contracts/community'
import { and, eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Office } from '../database.ts'
import { hiddenTarget, redaction, targetReport } from '../schema/commons.ts'
import { communityReply } from '../schema/community.ts'

/** A subject of the learning loop, or a reply: what can be reported, hidden and blacked out. */
export type TargetKey = { readonly organisation: string; readonly kind: TargetKind; readonly id: string }

/** For lists and searches: leaves out what HR has hidden. Authors find theirs at its address, and among what they wrote. */
export function isShown(kind: TargetKind, organisation: string, id: SQLWrapper): SQL {
  return sql`${id} NOT IN (SELECT h.target FROM hidden_target AS h WHERE h.organisation = ${organisation} AND h.kind = ${kind})`
}

/** What HR and others noted of something, for the transaction that removes it. */
export async function forgetTarget(
  tx: Pick<NodePgDatabase, 'delete'>,
  { organisation, kind, id }: TargetKey,
): Promise<void> {
  for (const table of [targetReport, hiddenTarget, redaction])
    await tx
      .delete(table)
      .where(and(eq(table.organisation, organisation), eq(table.kind, kind), eq(table.target, id)))
}

/** The same for a subject and all replies to it. */
export async function forgetTargetsOf(
  tx: Pick<NodePgDatabase, 'delete'>,
  { organisation, kind, id }: TargetKey & { readonly kind: SubjectKind },
): Promise<void> {
  for (const table of [targetReport, hiddenTarget, redaction])
    await tx
      .delete(table)
      .where(
        and(
          eq(table.organisation, organisation),
          or(
            and(eq(table.kind, kind), eq(table.target, id)),
            and(
              eq(table.kind, 'reply'),
              sql`${table.target} IN (SELECT r.id FROM ${communityReply} AS r WHERE r.organisation = ${organisation} AND r.kind = ${kind} AND r.subject = ${id})`,
            ),
          ),
        ),
      )
}

/** Where a reply stands, who wrote it, and what it says. */
export async function findReply(
  office: Office,
  organisation: string,
  id: string,
): Promise<typeof communityReply.$inferSelect | null> {
  const [row] = await office
    .select()
    .from(communityReply)
    .where(and(eq(communityReply.organisation, organisation), eq(communityReply.id, id)))
  return row ?? null
}
