import { findReflection } from '@chorus/db/stores/reflections'
import { reachOf } from '../reach.ts'
import type { FindSubject } from '../subject.ts'
import { teamRightsOf } from '../team-rights.ts'

/** For who takes part; once there is a summary, for whoever reads the unit's affairs: what is said to it is said to the summary. */
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
      mayRead: async (reader) =>
        (await teamRightsOf(office, reader)).belongs(row.unit) ||
        (row.summarised !== null && (await reachOf(office, reader)).reads(row.unit)),
    }
  )
}
