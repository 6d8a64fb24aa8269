import { findLesson } from '@chorus/db/stores/lessons'
import type { FindSubject } from '../subject.ts'

export const lessonAsSubject: FindSubject = async (office, organisation, id) => {
  const row = await findLesson(office, { organisation, id })
  return (
    row && {
      organisation,
      kind: 'lesson',
      id,
      title: row.title,
      unit: { id: row.unit, name: row.unitName },
      audience: row.audience,
      author: row.author,
    }
  )
}
