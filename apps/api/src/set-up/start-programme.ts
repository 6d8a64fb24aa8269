import type { startSetUpRequest } from '@chorus/contracts/set-up'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { startFromDraft } from '@chorus/db/stores/programme-drafts'
import type { ProgrammeRow } from '@chorus/db/stores/programmes'
import { labelOfOccurrence } from '@chorus/rhythm/label-of-occurrence'
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
 * half started. A wave that opens at once is accounted for as every planned one, so that it gets the same reminders; where the process ends
 * before it is open, its job opens it.
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
  const first = atOnce ? openedAtOnce(draft.rhythm, now) : null
  const rhythm = first?.rhythm ?? draft.rhythm
  const details = { ...draft, rhythm }
  const started = await startFromDraft(office, organisation, version, details, first?.wave ?? null)
  if (!started) throw new ProblemError('set-up-changed')
  const note = (action: 'programme created' | 'wave opened', subject: string) =>
    recordEvent(office, organisation, { at: now, actor: person.name, action, subject })
  await note('programme created', started.name)
  if (first === null) return started

  const { occurrence, closesAt } = first.wave
  const label = labelOfOccurrence(occurrence, rhythm.every)
  const request = { label, closes: closesAt.toISOString() }
  valueOrProblem(await openWave({ office, vault: parts.vault }, started, request, now, occurrence))
  await note('wave opened', `${started.name}, ${label}`)
  return started
}
