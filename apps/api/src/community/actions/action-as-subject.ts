import { findAction } from '@chorus/db/stores/actions'
import type { FindSubject } from '../subject.ts'

/** Whoever takes care of it is told of replies. */
export const actionAsSubject: FindSubject = async (office, organisation, id) => {
  const row = await findAction(office, { organisation, id })
  return (
    row && {
      organisation,
      kind: 'action',
      id,
      title: row.title,
      unit: { id: row.unit, name: row.unitName },
      audience: 'unit',
      author: row.owner,
    }
  )
}
