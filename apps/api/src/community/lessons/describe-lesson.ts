import type { Lesson } from '@chorus/contracts/lessons'
import type { LessonRow } from '@chorus/db/stores/lessons'

/** @param reader the id of the person who reads it */
export function describeLesson(row: LessonRow, reader: string) {
  const { id, kind, title, happened, learned, now, tags, goal, language, audience, leadersOwn, changed } = row
  const { goodExample, review } = row
  return {
    id,
    kind,
    title,
    happened,
    learned,
    now,
    tags,
    goal,
    language,
    unit: { id: row.unit, name: row.unitName },
    audience,
    author:
      row.author !== null && row.authorName !== null ? { person: row.author, name: row.authorName } : null,
    leadersOwn,
    goodExample,
    review,
    at: row.at.toISOString(),
    changed,
    mine: row.author === reader,
  } satisfies Record<keyof Lesson, unknown>
}
