import { and, eq, inArray } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { redaction } from '../schema/commons.ts'
import { communityReply } from '../schema/community.ts'
import type { TargetKey } from './targets.ts'

/** @param cover gives words with what is to be black. @returns whether there was anything to black out */
export async function blackOutReply(
  office: Office,
  { organisation, id }: { readonly organisation: string; readonly id: string },
  cover: (words: string) => string,
): Promise<boolean> {
  const thisReply = and(eq(communityReply.organisation, organisation), eq(communityReply.id, id))
  return office.transaction(async (tx) => {
    const [row] = await tx.select().from(communityReply).where(thisReply).for('update')
    if (!row) return false
    const text = cover(row.text)
    if (text === row.text) return false
    await tx.update(communityReply).set({ text }).where(thisReply)
    return true
  })
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
