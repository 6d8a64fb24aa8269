import type { ReflectionState } from '@chorus/contracts/reflections'
import type { Office } from '@chorus/db/database'
import { findHidden } from '@chorus/db/stores/hidden-targets'
import { findPost } from '@chorus/db/stores/reflection-posts'
import { findReflection, type ReflectionRow } from '@chorus/db/stores/reflections'
import type { SignedIn } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import { type TeamRights, teamRightsOf } from '../team-rights.ts'
import { openSession } from './open-session.ts'
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
 * @param id of the session, or of a post in it: whoever was told of a post comes here by that
 * @param reads whether somebody from outside may read what the unit shows
 * @throws ProblemError unknown-subject, also for what is there and not for this reader; subject-hidden
 */
export async function foundSession(
  office: Office,
  reader: SignedIn,
  id: string,
  now: Date,
  reads: (unit: string | null) => Promise<boolean>,
): Promise<FoundSession> {
  const { organisation } = reader
  const [row, rights] = await Promise.all([
    sessionOf(office, { organisation, id }),
    teamRightsOf(office, reader),
  ])
  if (!row) throw new ProblemError('unknown-subject')
  const takesPart = rights.belongs(row.unit)
  if (!takesPart && !(row.summarised && (await reads(row.unit)))) throw new ProblemError('unknown-subject')
  const hidden = await findHidden(office, { organisation, kind: 'session', id: row.id })
  if (hidden && row.facilitator !== reader.person.id) throw new ProblemError('subject-hidden', hidden.reason)
  const state = stateOf(row, now)
  if (state === 'open' && row.opened === null) await openSession(office, row, row.quietUntil ?? now)
  return {
    row,
    rights,
    state,
    mayFacilitate: takesPart && (row.facilitator === reader.person.id || rights.leads(row.unit)),
  }
}

/** The same for who takes part alone. */
export function ownSession(office: Office, reader: SignedIn, id: string, now: Date): Promise<FoundSession> {
  return foundSession(office, reader, id, now, async () => false)
}

async function sessionOf(
  office: Office,
  key: { organisation: string; id: string },
): Promise<ReflectionRow | null> {
  const session = await findReflection(office, key)
  if (session) return session
  const post = await findPost(office, key)
  return post && findReflection(office, { ...key, id: post.session })
}
