import type { ReflectionState } from '@chorus/contracts/reflections'
import type { Office } from '@chorus/db/database'
import { findReflection, openReflection, type ReflectionRow } from '@chorus/db/stores/reflections'
import type { SignedIn } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import { type TeamRights, teamRightsOf } from '../team-rights.ts'
import { stateOf } from './session-state.ts'

export type FoundSession = {
  readonly row: ReflectionRow
  readonly rights: TeamRights
  readonly state: ReflectionState
  /** Who called the session together, or leads the unit itself. */
  readonly mayFacilitate: boolean
}

/**
 * A session, for who takes part in it or may read its summary. The first look after the quiet time notes that it is over.
 * @param reads whether somebody from outside may read what the unit shows
 * @throws ProblemError unknown-subject, also for what is there and not for this reader
 */
export async function foundSession(
  office: Office,
  reader: SignedIn,
  id: string,
  now: Date,
  reads: (unit: string | null) => Promise<boolean>,
): Promise<FoundSession> {
  const key = { organisation: reader.organisation, id }
  const [row, rights] = await Promise.all([findReflection(office, key), teamRightsOf(office, reader)])
  if (!row) throw new ProblemError('unknown-subject')
  const takesPart = rights.belongs(row.unit)
  if (!takesPart && !(row.summarised && (await reads(row.unit)))) throw new ProblemError('unknown-subject')
  const state = stateOf(row, now)
  if (state === 'open' && row.opened === null) await openReflection(office, key, row.quietUntil ?? now)
  return {
    row,
    rights,
    state,
    mayFacilitate: takesPart && (row.facilitator === reader.person.id || rights.leads(row.unit)),
  }
}

/** The same for who takes part alone. @throws ProblemError unknown-subject */
export function ownSession(office: Office, reader: SignedIn, id: string, now: Date): Promise<FoundSession> {
  return foundSession(office, reader, id, now, async () => false)
}
