import type { ActionCause, AddAction } from '@chorus/contracts/actions'
import { listPossibleOwners } from '@chorus/db/stores/actions'
import { listReleases } from '@chorus/db/stores/releases'
import type { SignedIn } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { Parts } from '../../parts.ts'
import { readableSubject } from '../subjects.ts'

type Where = { readonly organisation: string; readonly unit: string }

/**
 * What an action answers, with the names that the wave, or what it follows from, has now.
 * @param before what it answered so far
 * @throws ProblemError unknown-wave, malformed-request, unknown-subject
 */
export async function causeToWrite(
  { database: { reporter, office } }: Parts,
  reader: SignedIn,
  cause: AddAction['cause'],
  before: ActionCause | null = null,
): Promise<ActionCause | null> {
  if (cause === null || cause.kind === 'words') return cause
  if ('id' in cause) {
    // What it follows from may have been taken back since: what it was called stays.
    if (before !== null && 'id' in before && before.kind === cause.kind && before.id === cause.id)
      return before
    const { title } = await readableSubject(office, reader, cause.kind, cause.id)
    return { ...cause, title }
  }
  const release = (await listReleases(reporter, reader.organisation)).find(({ wave }) => wave === cause.wave)
  if (!release) throw new ProblemError('unknown-wave')
  if (cause.kind === 'theme') return { ...cause, label: release.label }
  const scale = release.instrument.scales.find(({ id }) => id === cause.scale)
  if (!scale) throw new ProblemError('malformed-request', 'this wave has no such scale')
  return { ...cause, label: release.label, name: scale.name }
}

/** The owner, by name too: the name stays when the person leaves. @throws ProblemError malformed-request */
export async function ownerToWrite(
  { database: { office } }: Parts,
  { organisation, unit }: Where,
  owner: AddAction['owner'],
): Promise<{ owner: string | null; ownerName: string }> {
  if (owner.kind === 'words') return { owner: null, ownerName: owner.text }
  const found = (await listPossibleOwners(office, organisation, unit)).find(({ id }) => id === owner.person)
  if (!found) throw new ProblemError('malformed-request', 'the owner is nobody of this unit')
  return { owner: found.id, ownerName: found.name }
}
