import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Office } from '../database.ts'
import { redaction } from '../schema/commons.ts'
import { communityReply } from '../schema/community.ts'
import type { TargetKey } from './targets.ts'

/** Of one length whatever it stands for. */
const black = '█████'

/** A column's text with some passages blacked out: for the `set` of an update. */
export function blackedOut(column: AnyPgColumn, passages: readonly string[]): SQL {
  return passages.reduce((text, passage) => sql`replace(${text}, ${passage}, ${black})`, sql`${column}`)
}

/** Whether any of the passages stands in any of the columns. */
export function hasPassage(columns: readonly AnyPgColumn[], passages: readonly string[]): SQL | undefined {
  return or(...columns.flatMap((column) => passages.map((passage) => sql`strpos(${column}, ${passage}) > 0`)))
}

/** @returns whether there was anything to black out */
export async function blackOutReply(
  office: Office,
  { organisation, id }: { readonly organisation: string; readonly id: string },
  passages: readonly string[],
): Promise<boolean> {
  const { rowCount } = await office
    .update(communityReply)
    .set({ text: blackedOut(communityReply.text, passages) })
    .where(
      and(
        eq(communityReply.organisation, organisation),
        eq(communityReply.id, id),
        hasPassage([communityReply.text], passages),
      ),
    )
  return (rowCount ?? 0) > 0
}

export async function noteRedaction(
  office: Office,
  { organisation, kind, id }: TargetKey,
  at: Date,
): Promise<void> {
  await office.insert(redaction).values({ organisation, kind, target: id, at }).onConflictDoNothing()
}

/** Which of several targets of one kind something was blacked out in. */
export async function redactedAmong(
  office: Office,
  { organisation, kind }: Pick<TargetKey, 'organisation' | 'kind'>,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await office
    .selectDistinct({ target: redaction.target })
    .from(redaction)
    .where(
      and(
        eq(redaction.organisation, organisation),
        eq(redaction.kind, kind),
        inArray(redaction.target, [...ids]),
      ),
    )
  return new Set(rows.map(({ target }) => target))
}
