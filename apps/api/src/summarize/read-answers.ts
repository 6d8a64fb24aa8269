import type { Instrument } from '@chorus/contracts/instrument'
import type { Policy } from '@chorus/contracts/policy'
import type { FaultList } from '../csv/fault-list.ts'
import type { UnitRow } from '../csv/read-units.ts'
import type { InputFile } from './inputs.ts'
import { findMoreAnswersThanInvited } from './more-answers-than-invited.ts'
import { type Invited, readInvited } from './read-invited.ts'
import { type CountedWaves, readResponses } from './read-responses.ts'
import { readStayed, type Stayed } from './read-stayed.ts'
import { orderWaves } from './wave-order.ts'

export type AnswerFiles = {
  readonly responses: InputFile
  readonly invited?: InputFile | undefined
  readonly stayed?: InputFile | undefined
}

/** Counted answers of all waves, and what is known of who was asked. */
export type Answers = {
  readonly counted: CountedWaves
  readonly invited: Invited | null
  readonly stayed: Stayed | null
}

/**
 * Reads the answers and what goes with them. Null as soon as there are faults: then they are in the list.
 * @param known `waves`: the names that may stand in the files, oldest first; left out where the answers say which there are
 */
export async function readAnswers(
  files: AnswerFiles,
  known: {
    readonly instrument: Instrument
    readonly units: readonly UnitRow[]
    readonly policy: Policy
    readonly waves?: readonly string[]
  },
  faults: FaultList,
): Promise<Answers | null> {
  const { units, policy } = known
  const { responses, invited: invitedFile, stayed: stayedFile } = files
  const counted = await readResponses(responses.open(), responses.name, known, faults)
  if (faults.inAll > 0) return null

  const unitIds = new Set(units.map((unit) => unit.id))
  const waves = [...counted.waves.keys()]
  let invited: Invited | null = null
  if (invitedFile) {
    const { name } = invitedFile
    invited = await readInvited(invitedFile.open(), name, { units: unitIds, waves: new Set(waves) }, faults)
    if (faults.inAll === 0) findMoreAnswersThanInvited(counted, units, invited, name, faults)
  }
  const inOrder = known.waves ?? orderWaves(waves)
  const stayed = stayedFile
    ? await readStayed(
        stayedFile.open(),
        stayedFile.name,
        { units: unitIds, waves: inOrder, cuts: policy.cuts },
        faults,
      )
    : null
  return faults.inAll > 0 ? null : { counted, invited, stayed }
}
