import { isDeepStrictEqual } from 'node:util'
import { and, desc, eq, inArray, isNotNull, type SQL } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { unit } from '../schema/organisation.ts'
import { reflectionPost, reflectionSession } from '../schema/reflections.ts'
import { isShown } from './targets.ts'
import { removeThread } from './threads.ts'

type Row = typeof reflectionSession.$inferSelect
type Key = { readonly organisation: string; readonly id: string }

/** Sessions that somebody called together, newest first, hidden ones too. */
export async function listSessionsBy(
  office: Office,
  { organisation, person }: { readonly organisation: string; readonly person: string },
): Promise<Row[]> {
  return sessionsWhere(
    office,
    and(eq(reflectionSession.organisation, organisation), eq(reflectionSession.facilitator, person)),
  )
}

/** Sessions that have a summary, newest first, without what is hidden. @param units null: all of them, also those that are gone */
export async function listSummarisedOfUnits(
  office: Office,
  organisation: string,
  units: readonly string[] | null,
): Promise<Row[]> {
  return sessionsWhere(
    office,
    and(
      eq(reflectionSession.organisation, organisation),
      isNotNull(reflectionSession.summarised),
      units === null ? undefined : inArray(reflectionSession.unit, [...units]),
      isShown('session', organisation, reflectionSession.id),
    ),
  )
}

/** Takes a session away, unless anybody but who called it together wrote in it. @returns whether it is gone */
export async function deleteSession(office: Office, key: Key): Promise<boolean> {
  const { organisation, id } = key
  return office.transaction(async (tx) => {
    // Whoever writes in it just now waits, and then finds it gone.
    const [session] = await tx
      .select({ facilitator: reflectionSession.facilitator })
      .from(reflectionSession)
      .where(thisSession(key))
      .for('update')
    const posts = await tx
      .select({ id: reflectionPost.id, author: reflectionPost.author })
      .from(reflectionPost)
      .where(and(eq(reflectionPost.organisation, organisation), eq(reflectionPost.session, id)))
    if (!session || posts.some(({ author }) => author !== session.facilitator)) return false
    for (const post of posts) await removeThread(tx, { organisation, kind: 'session-post', id: post.id })
    await removeThread(tx, { organisation, kind: 'session', id })
    await tx.delete(reflectionSession).where(thisSession(key))
    return true
  })
}

/** @param cover gives words with what is to be black. @returns whether there was anything to black out */
export async function blackOutSession(
  office: Office,
  key: Key,
  cover: (words: string) => string,
): Promise<boolean> {
  return office.transaction(async (tx) => {
    const [row] = await tx.select().from(reflectionSession).where(thisSession(key)).for('update')
    if (!row) return false
    const { title, prompts, heard, doing } = row
    const now = {
      title: cover(title),
      prompts: prompts.map(cover),
      heard: heard === null ? null : cover(heard),
      doing: doing === null ? null : cover(doing),
    }
    if (isDeepStrictEqual(now, { title, prompts, heard, doing })) return false
    await tx.update(reflectionSession).set(now).where(thisSession(key))
    return true
  })
}

/** What somebody wrote in sessions, newest first, hidden or not, in their quiet time too, each with its session. */
export async function listPostsBy(
  office: Office,
  { organisation, person }: { readonly organisation: string; readonly person: string },
): Promise<{ post: typeof reflectionPost.$inferSelect; session: Row }[]> {
  return office
    .select({ post: reflectionPost, session: reflectionSession })
    .from(reflectionPost)
    .innerJoin(
      reflectionSession,
      and(
        eq(reflectionSession.organisation, reflectionPost.organisation),
        eq(reflectionSession.id, reflectionPost.session),
      ),
    )
    .where(and(eq(reflectionPost.organisation, organisation), eq(reflectionPost.author, person)))
    .orderBy(desc(reflectionPost.at), desc(reflectionPost.id))
}

/** @param cover gives words with what is to be black. @returns whether there was anything to black out */
export async function blackOutPost(
  office: Office,
  { organisation, id }: Key,
  cover: (words: string) => string,
): Promise<boolean> {
  const thisPost = and(eq(reflectionPost.organisation, organisation), eq(reflectionPost.id, id))
  return office.transaction(async (tx) => {
    const [row] = await tx.select().from(reflectionPost).where(thisPost).for('update')
    if (!row) return false
    const text = cover(row.text)
    if (text === row.text) return false
    await tx.update(reflectionPost).set({ text }).where(thisPost)
    return true
  })
}

/** Under today's names of units. */
async function sessionsWhere(office: Office, condition: SQL | undefined): Promise<Row[]> {
  const rows = await office
    .select({ session: reflectionSession, nameNow: unit.name })
    .from(reflectionSession)
    .leftJoin(
      unit,
      and(eq(unit.organisation, reflectionSession.organisation), eq(unit.id, reflectionSession.unit)),
    )
    .where(condition)
    .orderBy(desc(reflectionSession.begun), desc(reflectionSession.id))
  return rows.map(({ session, nameNow }) => ({ ...session, unitName: nameNow ?? session.unitName }))
}

function thisSession({ organisation, id }: Key) {
  return and(eq(reflectionSession.organisation, organisation), eq(reflectionSession.id, id))
}
