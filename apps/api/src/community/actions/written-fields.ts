import type { ActionCause, AddAction } from '@chorus/contracts/actions'
import { listPossibleOwners } from '@chorus/db/stores/actions'
import { listReleases } from '@chorus/db/stores/releases'
import { ProblemError } from '../../http/problem.ts'
import type { Parts } from '../../parts.ts'

type Where = { readonly organisation: string; readonly unit: string }

/** What an action answers, with the names that the wave gave it. @throws ProblemError unknown-wave, malformed-request */
export async function causeToWrite(
  { database: { reporter } }: Parts,
  { organisation }: Where,
  cause: AddAction['cause'],
): Promise<ActionCause | null> {
  if (cause?.kind !== 'scale') return cause
  const release = (await listReleases(reporter, organisation)).find(({ wave }) => wave === cause.wave)
  if (!release) throw new ProblemError('unknown-wave')
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
