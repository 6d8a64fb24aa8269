import { and, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { lesson } from '../schema/community.ts'
import { person, unit } from '../schema/organisation.ts'
import type { LessonReader } from './lesson-search.ts'
import { isShown } from './targets.ts'
import { removeThread } from './threads.ts'

type Row = Omit<typeof lesson.$inferSelect, 'document'>
export type NewLesson = Omit<Row, 'id' | 'changed' | 'goodExample'>
/** A lesson with the names of today; `authorName` is null where nobody of today wrote it. */
export type LessonRow = Row & { readonly authorName: string | null }
type LessonKey = { readonly organisation: string; readonly id: string }

/** Newest first, hidden ones too. */
export async function listLessonsBy(
  office: Office,
  { organisation, person: author }: { readonly organisation: string; readonly person: string },
): Promise<LessonRow[]> {
  return withNames(office)
    .where(and(eq(lesson.organisation, organisation), eq(lesson.author, author)))
    .orderBy(desc(lesson.at), desc(lesson.id))
}

/** Newest first, without what is hidden. @param units null: all of them, also those that are gone */
export async function listLessonsOfUnits(
  office: Office,
  organisation: string,
  units: readonly string[] | null,
): Promise<LessonRow[]> {
  return withNames(office)
    .where(
      and(
        eq(lesson.organisation, organisation),
        units === null ? undefined : inArray(lesson.unit, [...units]),
        isShown('lesson', organisation, lesson.id),
      ),
    )
    .orderBy(desc(lesson.at), desc(lesson.id))
}

/** What a digest tells somebody of: others' lessons of the own unit and under followed tags, in some time, without what is hidden. */
export async function listNewLessons(
  office: Office,
  reader: LessonReader,
  wanted: {
    readonly unit: string
    readonly tags: readonly string[]
    readonly since: Date
    readonly until: Date
    readonly limit: number
  },
): Promise<LessonRow[]> {
  return withNames(office)
    .where(
      and(
        eq(lesson.organisation, reader.organisation),
        gte(lesson.at, wanted.since),
        lt(lesson.at, wanted.until),
        sql`${lesson.author} IS DISTINCT FROM ${reader.person}`,
        mayRead(reader),
        or(eq(lesson.unit, wanted.unit), sql`${lesson.tags} && ${sql.param([...wanted.tags])}::text[]`),
        isShown('lesson', reader.organisation, lesson.id),
      ),
    )
    .orderBy(desc(lesson.at), desc(lesson.id))
    .limit(wanted.limit)
}

/** A tag with something to be black in it goes as a whole. @param cover gives words with what is to be black. @returns whether there was anything to black out */
export async function blackOutLesson(
  office: Office,
  key: LessonKey,
  cover: (words: string) => string,
): Promise<boolean> {
  return office.transaction(async (tx) => {
    const [row] = await tx.select().from(lesson).where(thisLesson(key)).for('update')
    if (!row) return false
    const parts = ['title', 'happened', 'learned', 'now', 'goal'] as const
    const tags = row.tags.filter((tag) => cover(tag) === tag)
    if (tags.length === row.tags.length && parts.every((part) => cover(row[part]) === row[part])) return false
    const { title, happened, learned, now, goal } = row
    await tx
      .update(lesson)
      .set({
        title: cover(title),
        happened: cover(happened),
        learned: cover(learned),
        now: cover(now),
        goal: cover(goal),
        tags,
      })
      .where(thisLesson(key))
    return true
  })
}

export async function findLesson(office: Office, key: LessonKey): Promise<LessonRow | null> {
  const [row] = await withNames(office).where(thisLesson(key))
  return row ?? null
}

/** In the order of the ids; one that is gone is left out. */
export async function lessonsById(
  office: Office,
  organisation: string,
  ids: readonly string[],
): Promise<LessonRow[]> {
  const rows = await withNames(office).where(
    and(eq(lesson.organisation, organisation), inArray(lesson.id, [...ids])),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export async function insertLesson(office: Office, row: NewLesson): Promise<string> {
  const [written] = await office.insert(lesson).values(row).returning({ id: lesson.id })
  if (!written) throw new Error('PostgreSQL returned no row for an insert')
  return written.id
}

export async function updateLesson(
  office: Office,
  key: LessonKey,
  change: Omit<NewLesson, 'organisation' | 'author' | 'at' | 'review'> & {
    review?: string | null | undefined
  },
): Promise<void> {
  await office
    .update(lesson)
    .set({ ...change, changed: true })
    .where(thisLesson(key))
}

/** @returns whether that was not so before */
export async function setGoodExample(office: Office, key: LessonKey, on: boolean): Promise<boolean> {
  const marked = await office
    .update(lesson)
    .set({ goodExample: on })
    .where(and(thisLesson(key), eq(lesson.goodExample, !on)))
    .returning({ id: lesson.id })
  return marked.length > 0
}

/** Takes a lesson back, with its replies and reactions. */
export async function deleteLesson(office: Office, key: LessonKey): Promise<void> {
  await office.transaction(async (tx) => {
    await removeThread(tx, { organisation: key.organisation, kind: 'lesson', id: key.id })
    await tx.delete(lesson).where(thisLesson(key))
  })
}

function mayRead({ person: reader, units }: LessonReader): SQL | undefined {
  if (units === null) return undefined
  return or(eq(lesson.audience, 'organisation'), eq(lesson.author, reader), inArray(lesson.unit, [...units]))
}

function withNames(office: Office) {
  return office
    .select({
      organisation: lesson.organisation,
      id: lesson.id,
      unit: lesson.unit,
      unitName: sql<string>`coalesce(${unit.name}, ${lesson.unitName})`,
      audience: lesson.audience,
      author: lesson.author,
      authorName: person.name,
      kind: lesson.kind,
      title: lesson.title,
      happened: lesson.happened,
      learned: lesson.learned,
      now: lesson.now,
      tags: lesson.tags,
      goal: lesson.goal,
      language: lesson.language,
      leadersOwn: lesson.leadersOwn,
      goodExample: lesson.goodExample,
      review: lesson.review,
      at: lesson.at,
      changed: lesson.changed,
    })
    .from(lesson)
    .leftJoin(unit, and(eq(unit.organisation, lesson.organisation), eq(unit.id, lesson.unit)))
    .leftJoin(
      person,
      and(eq(person.organisation, lesson.organisation), eq(person.id, lesson.author), isNull(person.eraseOn)),
    )
}

function thisLesson({ organisation, id }: LessonKey) {
  return and(eq(lesson.organisation, organisation), eq(lesson.id, id))
}
