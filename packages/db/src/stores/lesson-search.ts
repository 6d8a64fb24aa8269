import { type SQL, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { lesson } from '../schema/community.ts'
import { unit } from '../schema/organisation.ts'

/** Whose lessons are meant: what is open to the organisation, one's own, and those of these units; null: of all units. */
export type LessonReader = {
  readonly organisation: string
  readonly person: string
  readonly units: readonly string[] | null
}

/** What is looked for; what is left out does not matter. */
type LessonsAsked = {
  /** As typed. With words, the best come first; else the newest. */
  readonly words?: string | undefined
  /** Has one of these. */
  readonly tags?: readonly string[] | undefined
  readonly kind?: string | undefined
  /** Belongs to one of these. */
  readonly units?: readonly string[] | undefined
  readonly since?: Date | undefined
  readonly goodOnly?: boolean
  /** Older than this lesson. */
  readonly before?: string | undefined
  /** Left out at the beginning. */
  readonly passed?: number | undefined
  readonly most: number
}

/** The ids of the lessons that somebody may read and looks for, in order. */
export async function findLessons(
  office: Office,
  reader: LessonReader,
  asked: LessonsAsked,
): Promise<string[]> {
  const { rows } = await office.execute<{ id: string }>(
    sql`SELECT id FROM ${found(reader, asked)} WITH ORDINALITY AS found(id, place) ORDER BY place`,
  )
  return rows.map(({ id }) => id)
}

/** A text as it is to be marked, with the language it is written in. */
type TextToMark = {
  readonly id: string
  readonly language: string
  readonly title: string
  readonly text: string
}
type Marked = { readonly id: string; readonly title: string; readonly text: string; readonly excerpt: string }
/** Of Unicode's private use; they stand around each word that is looked for, and must not be in the texts. */
export const hitBegins = '\ue000'
export const hitEnds = '\ue001'

/** Marks words: in whole titles, and in what stands around them in the texts. @returns in no order */
export async function markWords(
  office: Office,
  texts: readonly TextToMark[],
  words: string,
): Promise<Marked[]> {
  const marked = (text: SQL, options: string) =>
    sql`ts_headline(chorus_lesson_config(language), ${text}, question,
      ${`StartSel=${hitBegins}, StopSel=${hitEnds}, ${options}`})`
  const column = (name: keyof TextToMark) => sql`${sql.param(texts.map((text) => text[name]))}::text[]`
  const { rows } = await office.execute<Marked>(sql`
    WITH written AS (
      SELECT * FROM unnest(${column('id')}, ${column('language')}, ${column('title')}, ${column('text')}) AS t(id, language, title, text)
    ), asked AS MATERIALIZED (
      SELECT language, chorus_lesson_words(language, ${words}) AS question FROM (SELECT DISTINCT language FROM written) AS languages
    )
    SELECT id, text, ${marked(sql`title`, 'HighlightAll=true')} AS title,
      ${marked(sql`text`, 'MaxWords=40, MinWords=25')} AS excerpt
    FROM written JOIN asked USING (language)`)
  return rows
}

/** How many of the newest lessons say what lessons can be narrowed to. */
const newest = 5000
const mostTags = 60

/** The tags of the newest lessons that somebody may read, most used first. */
export async function usedTags(
  office: Office,
  reader: LessonReader,
): Promise<{ tag: string; count: number }[]> {
  const { rows } = await office.execute<{ tag: string; count: number }>(sql`
    SELECT tag, count(*)::int AS count
    FROM ${found(reader, { most: newest })} AS found(id)
      JOIN ${lesson} AS l ON l.organisation = ${reader.organisation} AND l.id = found.id, unnest(l.tags) AS tag
    GROUP BY tag ORDER BY count DESC, tag LIMIT ${mostTags}`)
  return rows
}

/** The units of the newest lessons that somebody may read, and all above these, by name. */
export async function unitsOfLessons(
  office: Office,
  reader: LessonReader,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await office.execute<{ id: string; name: string }>(sql`
    WITH RECURSIVE up AS (
      SELECT u.id, u.name, u.parent FROM ${unit} AS u
      WHERE u.organisation = ${reader.organisation} AND u.id IN (
        SELECT l.unit FROM ${found(reader, { most: newest })} AS found(id)
          JOIN ${lesson} AS l ON l.organisation = ${reader.organisation} AND l.id = found.id)
      UNION
      SELECT u.id, u.name, u.parent FROM ${unit} AS u JOIN up ON u.organisation = ${reader.organisation} AND u.id = up.parent
    )
    SELECT id, name FROM up ORDER BY name, id`)
  return rows
}

function found({ person, units }: LessonReader, asked: LessonsAsked): SQL {
  const texts = (list: readonly string[] | null | undefined) =>
    sql`${list ? sql.param([...list]) : null}::text[]`
  return sql`chorus_find_lessons(${asked.words ?? null}::text, ${texts(asked.tags)}, ${texts(asked.kind ? [asked.kind] : null)},
    ${texts(asked.units)}, ${asked.since?.toISOString() ?? null}::timestamptz, ${asked.goodOnly ?? false}::boolean, ${person}::uuid, ${texts(units)},
    ${asked.before ?? null}::uuid, ${asked.passed ?? 0}::integer, ${asked.most}::integer)`
}
