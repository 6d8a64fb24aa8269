import { findExperiment } from '@chorus/db/stores/experiments'
import type { FindSubject } from '../subject.ts'

export const experimentAsSubject: FindSubject = async (office, organisation, id) => {
  const row = await findExperiment(office, { organisation, id })
  return (
    row && {
      organisation,
      kind: 'experiment',
      id,
      title: row.title,
      unit: { id: row.unit, name: row.unitName },
      audience: 'unit',
      author: row.owner,
    }
  )
}
