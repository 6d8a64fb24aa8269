import { findRecognition } from '@chorus/db/stores/recognitions'
import type { FindSubject } from '../subject.ts'
import { isWithdrawn } from './describe-recognition.ts'
import { titleOf } from './title-of.ts'

export const recognitionAsSubject: FindSubject = async (office, organisation, id) => {
  const row = await findRecognition(office, { organisation, id })
  return (
    row && {
      organisation,
      kind: 'recognition',
      id,
      title: titleOf(row),
      unit: { id: row.unit, name: row.unitName },
      audience: row.audience,
      author: row.author,
      about: row.people.map(({ person }) => person),
      withdrawn: isWithdrawn(row),
    }
  )
}
