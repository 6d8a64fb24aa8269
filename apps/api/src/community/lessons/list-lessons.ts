import { type Lessons, type ListedLesson, lessons, type lessonsQuery } from '@chorus/contracts/lessons'
import type { Office } from '@chorus/db/database'
import { listFollowedTags } from '@chorus/db/stores/followed-tags'
import { findLessons, type LessonReader, markWords } from '@chorus/db/stores/lesson-search'
import { type LessonRow, lessonsById } from '@chorus/db/stores/lessons'
import { unitReach } from '@chorus/db/stores/unit-reach'
import type { z } from 'zod'
import { describeLesson } from './describe-lesson.ts'
import { excerptPieces, hasNoSpaces, markedPieces, piecesAround } from './found-words.ts'
import { maskFor } from './mask.ts'

const aPage = 20
type Asked = z.infer<typeof lessonsQuery>

/** One page of what somebody looks for, of what the person may read. */
export async function listLessons(office: Office, reader: LessonReader, asked: Asked): Promise<Lessons> {
  const { unit, tag, followed, since } = asked
  const words = asked.words || undefined
  const reach = unit === undefined ? null : await unitReach(office, reader.organisation, [], [unit])
  const ids = await findLessons(office, reader, {
    words,
    kind: asked.kind,
    before: words ? undefined : asked.before,
    passed: words ? asked.passed : undefined,
    tags: tag ? [tag] : followed ? await listFollowedTags(office, reader) : undefined,
    units: reach ? [...reach.below] : undefined,
    since: since === undefined ? undefined : new Date(`${since}T00:00:00Z`),
    most: aPage + 1,
  })
  const rows = await lessonsById(office, reader.organisation, ids.slice(0, aPage))
  const found = words ? await foundIn(office, rows, words) : null
  return lessons.parse({
    lessons: rows.map((row) => ({
      ...describeLesson(row, reader.person),
      found: found?.get(row.id) ?? null,
    })),
    more: ids.length > aPage,
  })
}

/** Where the words stand, by lesson. */
async function foundIn(
  office: Office,
  rows: readonly LessonRow[],
  words: string,
): Promise<Map<string, ListedLesson['found']>> {
  const written = rows.map(({ id, language, title, learned, happened, now }) => {
    return { id, language, title, text: [learned, happened, now].join(' ').replace(/\s+/g, ' ').trim() }
  })
  const { mask, unmask } = maskFor(written.map(({ text }) => text))
  const texts = written.map((one) => ({ ...one, title: mask(one.title), text: mask(one.text) }))
  const found = hasNoSpaces(words)
    ? texts.map(({ id, title, text }) => {
        return { id, title: piecesAround(title, words), excerpt: piecesAround(text, words) }
      })
    : (await markWords(office, texts, words)).map(({ id, title, text, excerpt }) => {
        return { id, title: markedPieces(title), excerpt: excerptPieces(excerpt, text) }
      })
  return new Map(
    found.map(({ id, title, excerpt }) => [id, { title: unmask(title), excerpt: unmask(excerpt) }]),
  )
}
