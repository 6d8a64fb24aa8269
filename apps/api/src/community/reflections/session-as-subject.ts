import { findReflection } from '@chorus/db/stores/reflections'
import type { FindSubject } from '../subject.ts'
import { teamRightsOf } from '../team-rights.ts'

/** For who takes part: from outside, a session is its summary and nothing else. */
export const sessionAsSubject: FindSubject = async (office, organisation, id) => {
  const row = await findReflection(office, { organisation, id })
  return (
    row && {
      organisation,
      kind: 'session',
      id,
      title: row.title,
      unit: { id: row.unit, name: row.unitName },
      audience: 'unit',
      author: row.facilitator,
      mayRead: async (reader) => (await teamRightsOf(office, reader)).belongs(row.unit),
    }
  )
}
