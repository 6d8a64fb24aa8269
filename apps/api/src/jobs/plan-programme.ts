import { organisationId, programmeId, waveId } from '@chorus/contracts/ids'
import { readMailState } from '@chorus/db/stores/mailings'
import {
  accountFor,
  forgetPlan,
  listDueWaves,
  noteRemindersCome,
  type PlannedWaveRow,
  plannedWavesOf,
  skipPlannedWave,
} from '@chorus/db/stores/planned-waves'
import type { ProgrammeRow } from '@chorus/db/stores/programmes'
import type { WaveJobRow } from '@chorus/db/stores/wave-jobs'
import type { UnpublishedWave } from '@chorus/db/stores/waves'
import { mostReminders } from '../mail/order-mails.ts'
import type { Job, JobParts } from './job.ts'
import { latestOpening } from './latest-opening.ts'
import { occurrencesCome } from './occurrences-come.ts'

type State = {
  /** The programme's waves that are not published. */
  readonly unpublished: readonly UnpublishedWave[]
  /** Jobs of the organisation that were begun and are not finished. */
  readonly begun: readonly WaveJobRow[]
}

/**
 * What is to be done in one programme at this moment, by our own clock and tables alone. Asking again before it is done gives the same answer.
 * Occurrences that nobody can open any more are left out here, with the reason.
 */
export async function planProgramme(
  parts: JobParts,
  programme: ProgrammeRow,
  { unpublished, begun }: State,
  now: Date,
): Promise<Job[]> {
  const { office } = parts.database
  const { organisation, rhythm } = programme
  const key = { organisation, programme: programme.id }
  const opensItself = rhythm !== null && !rhythm.paused
  if (opensItself) await accountFor(office, key, now, (after) => occurrencesCome(rhythm, after, now))
  else if (programme.plannedUntil !== null) await forgetPlan(office, key)

  const jobs: Job[] = []
  for (const wave of unpublished) jobs.push(...(await planWave(parts, wave, rhythm !== null, now)))
  const trouble = begun.find(({ kind, subject }) => kind === 'open' && subject === programme.id)?.trouble
  for (const due of await listDueWaves(office, key)) {
    const reason = trouble ?? (unpublished.length > 0 ? 'wave-already-open' : 'server-away')
    if (!opensItself) await skipPlannedWave(office, due, 'paused')
    else if (now > latestOpening(due)) await skipPlannedWave(office, due, reason)
    else if (unpublished.length === 0) jobs.push({ kind: 'open', ...idsOf(due), occurrence: due.occurrence })
  }
  return jobs
}

/**
 * A wave closes when its manifest says so, whoever opened it. Where the programme has a rhythm it also invites and is published by itself; it
 * reminds where the rhythm opened it, and so has times for that.
 */
async function planWave(
  parts: JobParts,
  wave: UnpublishedWave,
  hasRhythm: boolean,
  now: Date,
): Promise<Job[]> {
  const ids = { ...idsOf(wave), wave: waveId.parse(wave.id) }
  if (wave.stage === 'sealed') return hasRhythm ? [{ kind: 'publish', ...ids }] : []
  if (wave.closesAt <= now) return [{ kind: 'close', ...ids }]
  if (parts.mail === null || !hasRhythm) return []
  const [planned] = await plannedWavesOf(parts.database.office, wave.organisation, [wave.id])
  const { mailings } = await readMailState(parts.database.office, ids)
  if (!mailings.some(({ kind }) => kind === 'invitation')) return [{ kind: 'mail', ...ids }]
  if (planned === undefined) return []
  const made = mailings.filter(({ kind }) => kind === 'reminder').length
  const wanted = await roundsWanted(parts, planned, { made, openedAt: wave.opensAt, now })
  return made < wanted ? [{ kind: 'remind', ...ids }] : []
}

/** Times for reminders that passed before the wave opened late are left out; those that came while the server was away make one round. */
async function roundsWanted(
  parts: JobParts,
  planned: PlannedWaveRow,
  { made, openedAt, now }: { made: number; openedAt: Date; now: Date },
): Promise<number> {
  const times = planned.remindAt.map((time) => new Date(time))
  const come = times.filter((time) => time > openedAt && time <= now).length
  if (come <= planned.remindersCome) return planned.rounds
  const rounds = Math.min(made + 1, mostReminders)
  await noteRemindersCome(parts.database.office, planned, come, rounds)
  return rounds
}

function idsOf({ organisation, programme }: { organisation: string; programme: string }) {
  return { organisation: organisationId.parse(organisation), programme: programmeId.parse(programme) }
}
