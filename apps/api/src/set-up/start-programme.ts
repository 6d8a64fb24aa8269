import type { startSetUpRequest } from '@chorus/contracts/set-up'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { startFromDraft } from '@chorus/db/stores/programme-drafts'
import { type ProgrammeRow, setRhythm } from '@chorus/db/stores/programmes'
import { openedAtOnce } from '@chorus/rhythm/opened-at-once'
import type { z } from 'zod'
import type { SignedIn } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { fatigueOf } from '../programmes/fatigue.ts'
import { openWave } from '../stages/collect/open-wave.ts'
import { completeDraft } from './complete-draft.ts'
import { groupsOf } from './groups.ts'

/**
 * Puts the programme in the place of its draft. What would keep its first wave from opening is refused before, so that nothing is
 * half started.
 * @throws ProblemError set-up-incomplete, set-up-changed, organisation-empty, too-few-people, too-many-pulses
 */
export async function startProgramme(
  parts: Parts,
  { organisation, person }: SignedIn,
  { version, atOnce }: z.infer<typeof startSetUpRequest>,
): Promise<ProgrammeRow> {
  const { office } = parts.database
  const now = parts.now()
  const draft = await completeDraft(office, organisation)
  await groupsOf(office, organisation, draft.policy.k)
  if (atOnce && (await fatigueOf(office, organisation, now)).tooMany)
    throw new ProblemError('too-many-pulses')
  const started = await startFromDraft(office, organisation, version, draft)
  if (!started) throw new ProblemError('set-up-changed')
  const note = (action: 'programme created' | 'wave opened', subject: string) =>
    recordEvent(office, organisation, { at: now, actor: person.name, action, subject })
  await note('programme created', started.name)
  if (!atOnce) return started

  const first = openedAtOnce(draft.rhythm, now)
  const request = { label: first.day, closes: first.closesAt.toISOString() }
  valueOrProblem(await openWave({ office, vault: parts.vault }, started, request, now))
  await setRhythm(office, organisation, started.id, first.rhythm)
  await note('wave opened', `${started.name}, ${first.day}`)
  return started
}
