import { and, asc, desc, eq, lt } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { targetReport } from '../schema/commons.ts'
import type { TargetKey } from './targets.ts'

type Row = typeof targetReport.$inferSelect
/** A report as HR reads it: by nobody. */
export type OpenReport = Pick<Row, 'kind' | 'target' | 'reason' | 'words'>

/** Once by each person: a second report of the same thing changes nothing. */
export async function insertReport(
  office: Office,
  { organisation, kind, id }: TargetKey,
  report: Pick<Row, 'person' | 'reason' | 'words' | 'at'>,
): Promise<void> {
  await office
    .insert(targetReport)
    .values({ organisation, kind, target: id, ...report })
    .onConflictDoNothing()
}

/** In an order that says nothing of who came first. */
export async function listOpenReports(office: Office, organisation: string): Promise<OpenReport[]> {
  return office
    .select({
      kind: targetReport.kind,
      target: targetReport.target,
      reason: targetReport.reason,
      words: targetReport.words,
    })
    .from(targetReport)
    .where(and(eq(targetReport.organisation, organisation), eq(targetReport.state, 'open')))
    .orderBy(asc(targetReport.reason), asc(targetReport.words))
}

export async function listOwnReports(
  office: Office,
  { organisation, person }: { readonly organisation: string; readonly person: string },
): Promise<Pick<Row, 'reason' | 'words' | 'at'>[]> {
  return office
    .select({ reason: targetReport.reason, words: targetReport.words, at: targetReport.at })
    .from(targetReport)
    .where(and(eq(targetReport.organisation, organisation), eq(targetReport.person, person)))
    .orderBy(desc(targetReport.at))
}

/** HR has decided: they wait no longer. @returns how many did */
export async function settleReports(
  office: Pick<Office, 'update'>,
  { organisation, kind, id }: TargetKey,
): Promise<number> {
  const { rowCount } = await office
    .update(targetReport)
    .set({ state: 'settled' })
    .where(
      and(
        eq(targetReport.organisation, organisation),
        eq(targetReport.kind, kind),
        eq(targetReport.target, id),
        eq(targetReport.state, 'open'),
      ),
    )
  return rowCount ?? 0
}

/** Of what is decided, who asked for it is nobody's business any more; open ones stay. @param before those made earlier */
export async function dropSettledReports(office: Office, organisation: string, before: Date): Promise<void> {
  await office
    .delete(targetReport)
    .where(
      and(
        eq(targetReport.organisation, organisation),
        eq(targetReport.state, 'settled'),
        lt(targetReport.at, before),
      ),
    )
}
