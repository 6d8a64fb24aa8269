import type { ReactionKind, SubjectKind } from '@chorus/contracts/community'
import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Office } from '../database.ts'
import { communityReaction, communityReply, notification } from '../schema/community.ts'
import { person } from '../schema/organisation.ts'
import { forgetTarget, forgetTargetsOf } from './targets.ts'

/** What replies and reactions belong to. */
export type SubjectKey = { readonly organisation: string; readonly kind: SubjectKind; readonly id: string }
type ReplyRow = typeof communityReply.$inferSelect
/** `authorName` is null where nobody of today wrote it. */
export type NamedReply = ReplyRow & { readonly authorName: string | null }

/** Oldest first. */
export async function listReplies(office: Office, subject: SubjectKey): Promise<NamedReply[]> {
  const rows = await office
    .select({ reply: communityReply, authorName: person.name })
    .from(communityReply)
    .leftJoin(
      person,
      and(
        eq(person.organisation, communityReply.organisation),
        eq(person.id, communityReply.author),
        isNull(person.eraseOn),
      ),
    )
    .where(
      and(
        eq(communityReply.organisation, subject.organisation),
        eq(communityReply.kind, subject.kind),
        eq(communityReply.subject, subject.id),
      ),
    )
    .orderBy(asc(communityReply.at), asc(communityReply.id))
  return rows.map(({ reply, authorName }) => ({ ...reply, authorName }))
}

export async function insertReply(
  office: Office,
  { organisation, kind, id }: SubjectKey,
  reply: { author: string; text: string; at: Date },
): Promise<void> {
  await office.insert(communityReply).values({ organisation, kind, subject: id, ...reply })
}

/** Everything that somebody replied, whatever to. */
export async function listRepliesBy(
  office: Office,
  { organisation, person }: { readonly organisation: string; readonly person: string },
): Promise<ReplyRow[]> {
  return office
    .select()
    .from(communityReply)
    .where(and(eq(communityReply.organisation, organisation), eq(communityReply.author, person)))
}

/** Changes a reply of one's own. @returns whether there is one */
export async function updateOwnReply(
  office: Office,
  subject: SubjectKey,
  reply: { id: string; author: string },
  text: string,
): Promise<boolean> {
  const changed = await office
    .update(communityReply)
    .set({ text, changed: true })
    .where(ownReply(subject, reply))
    .returning({ id: communityReply.id })
  return changed.length > 0
}

/** Takes a reply of one's own back. @returns whether there was one */
export async function deleteOwnReply(
  office: Office,
  subject: SubjectKey,
  reply: { id: string; author: string },
): Promise<boolean> {
  return office.transaction(async (tx) => {
    const gone = await tx
      .delete(communityReply)
      .where(ownReply(subject, reply))
      .returning({ id: communityReply.id })
    if (gone.length > 0)
      await forgetTarget(tx, { organisation: subject.organisation, kind: 'reply', id: reply.id })
    return gone.length > 0
  })
}

/** How many reacted in which way, and in which ways one person did, if it is about one. Ways that nobody chose are not in it. */
export async function countReactions(
  office: Office,
  { organisation, kind, id }: SubjectKey,
  reader: string | null,
): Promise<{ reaction: ReactionKind; count: number; mine: boolean }[]> {
  return office
    .select({
      reaction: communityReaction.reaction,
      count: count(),
      mine: sql<boolean>`coalesce(bool_or(${communityReaction.person} = ${reader}::uuid), false)`,
    })
    .from(communityReaction)
    .where(
      and(
        eq(communityReaction.organisation, organisation),
        eq(communityReaction.kind, kind),
        eq(communityReaction.subject, id),
      ),
    )
    .groupBy(communityReaction.reaction)
}

/** Everything that somebody reacted to. */
export async function listReactionsBy(
  office: Office,
  { organisation, person }: { readonly organisation: string; readonly person: string },
): Promise<{ kind: string; subject: string; reaction: ReactionKind }[]> {
  return office
    .select({
      kind: communityReaction.kind,
      subject: communityReaction.subject,
      reaction: communityReaction.reaction,
    })
    .from(communityReaction)
    .where(and(eq(communityReaction.organisation, organisation), eq(communityReaction.person, person)))
    .orderBy(asc(communityReaction.kind), asc(communityReaction.subject), asc(communityReaction.reaction))
}

/** Sets or takes back a reaction; doing either twice changes nothing. */
export async function setReaction(
  office: Office,
  { organisation, kind, id }: SubjectKey,
  given: { person: string; reaction: ReactionKind },
  on: boolean,
): Promise<void> {
  const row = { organisation, kind, subject: id, ...given }
  if (on) await office.insert(communityReaction).values(row).onConflictDoNothing()
  else
    await office
      .delete(communityReaction)
      .where(
        and(
          eq(communityReaction.organisation, organisation),
          eq(communityReaction.kind, kind),
          eq(communityReaction.subject, id),
          eq(communityReaction.person, given.person),
          eq(communityReaction.reaction, given.reaction),
        ),
      )
}

/** Everything that belongs to a subject, for the transaction that removes the subject itself. */
export async function removeThread(
  tx: NodePgDatabase,
  { organisation, kind, id }: SubjectKey,
): Promise<void> {
  await forgetTargetsOf(tx, { organisation, kind, id })
  for (const table of [communityReply, communityReaction, notification])
    await tx
      .delete(table)
      .where(and(eq(table.organisation, organisation), eq(table.kind, kind), eq(table.subject, id)))
}

function ownReply({ organisation, kind, id }: SubjectKey, reply: { id: string; author: string }) {
  return and(
    eq(communityReply.organisation, organisation),
    eq(communityReply.kind, kind),
    eq(communityReply.subject, id),
    eq(communityReply.id, reply.id),
    eq(communityReply.author, reply.author),
  )
}
