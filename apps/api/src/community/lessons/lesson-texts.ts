import {
  blackOutLesson,
  deleteLesson,
  findLesson,
  type LessonRow,
  listLessonsBy,
  listLessonsOfUnits,
} from '@chorus/db/stores/lessons'
import type { TextsOfKind, Told } from '../texts-of-kind.ts'

export const lessonTexts: TextsOfKind = {
  async find(office, key) {
    const row = await findLesson(office, key)
    return row && told(row)
  },
  async inUnits(office, organisation, units) {
    return (await listLessonsOfUnits(office, organisation, units)).map(told)
  },
  async by(office, author) {
    return (await listLessonsBy(office, author)).map(told)
  },
  remove: deleteLesson,
  blackOut: blackOutLesson,
}

function told(row: LessonRow): Told {
  const { id, title, happened, learned, now, goal, kind, tags, language, leadersOwn, author, at } = row
  return {
    id,
    title,
    unit: { id: row.unit, name: row.unitName },
    author,
    at,
    words: { title, happened, learned, now, goal },
    facts: { kind, tags, language, leadersOwn },
  }
}
