import { and, asc, countDistinct, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { communityReaction, communityReply } from '../schema/community.ts'
import { person } from '../schema/organisation.ts'
import { reflectionPost, reflectionSession } from '../schema/reflections.ts'
import { removeThread } from './threads.ts'

type Row = typeof reflectionPost.$inferSelect
type SessionKey = { readonly organisation: string; readonly session: string }
type PostKey = { readonly organisation: string; readonly id: string }
/** A post with the name of today, and what others said to it. */
export type PostRow = Row & {
  readonly authorName: string | null
  readonly likes: number
  readonly liked: boolean
  readonly replies: number
}

/**
 * By prompt, oldest first.
 * @param reader whose likes are told apart; null: nobody's
 * @param whose only what this person wrote; null: all
 */
export async function listPosts(
  office: Office,
  { organisation, session }: SessionKey,
  { reader, whose }: { reader: string | null; whose: string | null },
): Promise<PostRow[]> {
  const ofPost = (table: typeof communityReaction | typeof communityReply) =>
    sql`${table.organisation} = ${reflectionPost.organisation} AND ${table.kind} = 'session-post' AND ${table.subject} = ${reflectionPost.id}`
  const liking = sql`FROM ${communityReaction} WHERE ${ofPost(communityReaction)} AND ${communityReaction.reaction} = 'same here'`
  const rows = await office
    .select({
      post: reflectionPost,
      authorName: person.name,
      likes: sql<number>`(SELECT count(*)::int ${liking})`,
      liked: sql<boolean>`EXISTS (SELECT ${liking} AND ${communityReaction.person} = ${reader})`,
      replies: sql<number>`(SELECT count(*)::int FROM ${communityReply} WHERE ${ofPost(communityReply)})`,
    })
    .from(reflectionPost)
    .leftJoin(
      person,
      and(
        eq(person.organisation, reflectionPost.organisation),
        eq(person.id, reflectionPost.author),
        isNull(person.eraseOn),
      ),
    )
    .where(
      and(
        eq(reflectionPost.organisation, organisation),
        eq(reflectionPost.session, session),
        whose === null ? undefined : eq(reflectionPost.author, whose),
      ),
    )
    .orderBy(asc(reflectionPost.prompt), asc(reflectionPost.at), asc(reflectionPost.id))
  return rows.map(({ post, ...said }) => ({ ...post, ...said }))
}

export async function countWriters(office: Office, { organisation, session }: SessionKey): Promise<number> {
  const [row] = await office
    .select({ writers: countDistinct(reflectionPost.author) })
    .from(reflectionPost)
    .where(and(eq(reflectionPost.organisation, organisation), eq(reflectionPost.session, session)))
  return row?.writers ?? 0
}

export async function findPost(office: Office, { organisation, id }: PostKey): Promise<Row | null> {
  const [row] = await office
    .select()
    .from(reflectionPost)
    .where(and(eq(reflectionPost.organisation, organisation), eq(reflectionPost.id, id)))
  return row ?? null
}

export async function insertPost(office: Office, row: Omit<Row, 'id' | 'changed'>): Promise<string> {
  const [written] = await office.insert(reflectionPost).values(row).returning({ id: reflectionPost.id })
  if (!written) throw new Error('PostgreSQL returned no row for an insert')
  return written.id
}

export async function updatePost(office: Office, { organisation, id }: PostKey, text: string): Promise<void> {
  await office
    .update(reflectionPost)
    .set({ text, changed: true })
    .where(and(eq(reflectionPost.organisation, organisation), eq(reflectionPost.id, id)))
}

/** Takes posts away, with their replies and reactions. */
export async function deletePosts(
  office: Office,
  organisation: string,
  ids: readonly string[],
): Promise<void> {
  await office.transaction(async (tx) => {
    for (const id of ids) await removeThread(tx, { organisation, kind: 'session-post', id })
    await tx
      .delete(reflectionPost)
      .where(and(eq(reflectionPost.organisation, organisation), inArray(reflectionPost.id, [...ids])))
  })
}

/** What has been kept long enough: so many days after the summary, as the session says, and at the latest a year after it began. */
export async function listPostsToErase(office: Office, organisation: string, now: Date): Promise<string[]> {
  const at = sql`${now.toISOString()}::timestamptz`
  const rows = await office
    .select({ id: reflectionPost.id })
    .from(reflectionPost)
    .innerJoin(
      reflectionSession,
      and(
        eq(reflectionSession.organisation, reflectionPost.organisation),
        eq(reflectionSession.id, reflectionPost.session),
      ),
    )
    .where(
      and(
        eq(reflectionPost.organisation, organisation),
        sql`(${reflectionSession.summarised} + make_interval(days => ${reflectionSession.keepDays}) <= ${at}
          OR ${reflectionSession.begun} + make_interval(days => 365) <= ${at})`,
      ),
    )
  return rows.map(({ id }) => id)
}
