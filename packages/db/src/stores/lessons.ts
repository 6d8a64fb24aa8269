import { and, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { lesson } from '../schema/community.ts'
import { person, unit } from '../schema/organisation.ts'
import { removeThread } from './threads.ts'

type Row = typeof lesson.$inferSelect
export type NewLesson = Omit<Row, 'id' | 'changed'>
/** A lesson with the names of today; `authorName` is null where nobody of today wrote it. */
export type LessonRow = Row & { readonly authorName: string | null }
type LessonKey = { readonly organisation: string; readonly id: string }
/** Whose lessons are meant: what is open to the organisation, one's own, and those of these units; null: of all units. */
export type LessonReader = {
  readonly organisation: string
  readonly person: string
  readonly units: readonly string[] | null
}

/** The newest lessons that somebody may read. @param before older than this one */
export async function listLessons(
  office: Office,
  reader: LessonReader,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<LessonRow[]> {
  const older =
    before === undefined
      ? undefined
      : sql`(${lesson.at}, ${lesson.id}) < (SELECT at, id FROM ${lesson} WHERE organisation = ${reader.organisation} AND id = ${before})`
  return withNames(office)
    .where(and(eq(lesson.organisation, reader.organisation), mayRead(reader), older))
    .orderBy(desc(lesson.at), desc(lesson.id))
    .limit(limit)
}

export async function findLesson(office: Office, key: LessonKey): Promise<LessonRow | null> {
  const [row] = await withNames(office).where(thisLesson(key))
  return row ?? null
}

export async function insertLesson(office: Office, row: NewLesson): Promise<string> {
  const [written] = await office.insert(lesson).values(row).returning({ id: lesson.id })
  if (!written) throw new Error('PostgreSQL returned no row for an insert')
  return written.id
}

export async function updateLesson(
  office: Office,
  key: LessonKey,
  change: Omit<NewLesson, 'organisation' | 'author' | 'at'>,
): Promise<void> {
  await office
    .update(lesson)
    .set({ ...change, changed: true })
    .where(thisLesson(key))
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
