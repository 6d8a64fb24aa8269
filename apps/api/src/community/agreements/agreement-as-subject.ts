import { findVersion } from '@chorus/db/stores/agreements'
import type { FindSubject } from '../subject.ts'
import { teamRightsOf } from '../team-rights.ts'

/** What is said about a version is for the unit itself. */
export const agreementAsSubject: FindSubject = async (office, organisation, id) => {
  const row = await findVersion(office, { organisation, id })
  return (
    row && {
      organisation,
      kind: 'agreement',
      id,
      title: row.unitName,
      unit: { id: row.unit, name: row.unitName },
      audience: 'unit',
      author: row.proposedBy,
      mayRead: async (reader) => (await teamRightsOf(office, reader)).belongs(row.unit),
    }
  )
}
