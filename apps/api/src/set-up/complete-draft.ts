import type { Instrument } from '@chorus/contracts/instrument'
import type { Policy } from '@chorus/contracts/policy'
import type { Rhythm } from '@chorus/contracts/rhythm'
import type { Rotation } from '@chorus/contracts/rotation'
import type { Office } from '@chorus/db/database'
import { findDraft } from '@chorus/db/stores/programme-drafts'
import { ProblemError } from '../http/problem.ts'
import { choosableInstruments } from '../programmes/choosable-instruments.ts'

/** A draft in which nothing is missing. */
export type CompleteDraft = {
  readonly name: string
  readonly instrument: Instrument
  readonly rhythm: Rhythm
  readonly rotation: Rotation | null
  readonly policy: Policy
}

/** @throws ProblemError set-up-incomplete, with what is missing; unknown-instrument */
export async function completeDraft(office: Office, organisation: string): Promise<CompleteDraft> {
  const { name, instrument, rhythm, policy, rotation } = (await findDraft(office, organisation))?.draft ?? {}
  if (!name || !instrument || !rhythm || !policy) {
    const missing = Object.entries({ name, instrument, rhythm, policy }).flatMap(([what, said]) =>
      said ? [] : [what],
    )
    throw new ProblemError('set-up-incomplete', `missing: ${missing.join(', ')}`)
  }
  return {
    name,
    instrument: await chosenInstrument(office, organisation, instrument),
    rhythm,
    rotation: rotation ?? null,
    policy,
  }
}

/** @throws ProblemError unknown-instrument */
export async function chosenInstrument(
  office: Office,
  organisation: string,
  id: string,
): Promise<Instrument> {
  const chosen = (await choosableInstruments(office, organisation)).find((instrument) => instrument.id === id)
  if (!chosen) throw new ProblemError('unknown-instrument')
  return chosen
}
