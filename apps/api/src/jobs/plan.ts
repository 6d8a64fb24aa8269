import { organisationId } from '@chorus/contracts/ids'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { dailyWorkDoneOn } from '@chorus/db/stores/daily-work'
import { listOrganisations } from '@chorus/db/stores/organisations'
import { listDueWaves } from '@chorus/db/stores/planned-waves'
import { listProgrammes } from '@chorus/db/stores/programmes'
import { forgetPastTries, nobodyYet } from '@chorus/db/stores/sign-in-tries'
import { finishJob, listJobs, type WaveJobRow } from '@chorus/db/stores/wave-jobs'
import { findWave, listUnpublishedWaves, type UnpublishedWave } from '@chorus/db/stores/waves'
import { kindAndPlace } from '../http/kind-and-place.ts'
import { type Job, type JobParts, job } from './job.ts'
import { planProgramme } from './plan-programme.ts'

/** Results that could not be told of for a week are no news any more. */
const newsMilliseconds = 7 * 24 * 3_600_000

/** What is to be done at this moment in all organisations. Where one cannot be planned, the others are; it is looked at again in a minute. */
export async function planAll(parts: JobParts): Promise<Job[]> {
  const now = parts.now()
  await withinOrganisation(nobodyYet, () => forgetPastTries(parts.database.office, nobodyYet, now))
  const jobs: Job[] = []
  for (const { id } of await listOrganisations(parts.database.office))
    try {
      jobs.push(...(await withinOrganisation(id, () => planOrganisation(parts, id, now))))
    } catch (error) {
      parts.report(`Nothing can be planned: ${error instanceof Error ? kindAndPlace(error) : 'unknown'}`)
    }
  return jobs
}

async function planOrganisation(parts: JobParts, organisation: string, now: Date): Promise<Job[]> {
  const { office } = parts.database
  const unpublished = await listUnpublishedWaves(office, organisation)
  const begun = await listJobs(office, organisation)
  await forgetPastTries(office, organisation, now)
  const jobs = await interruptedCloses(parts, organisation, unpublished)
  jobs.push(...(await untoldResults(parts, organisation, begun)))
  for (const programme of await listProgrammes(office, organisation)) {
    const own = unpublished.filter((wave) => wave.programme === programme.id)
    jobs.push(...(await planProgramme(parts, programme, { unpublished: own, begun }, now)))
  }
  await forgetTroublesOver(parts, begun, unpublished)
  const today = now.toISOString().slice(0, 10)
  const doneOn = await dailyWorkDoneOn(office, organisation)
  if (doneOn === null || doneOn < today)
    jobs.push({ kind: 'daily', organisation: organisationId.parse(organisation) })
  return jobs
}

/** Waves that are closed and have keys in the vault still: what remains of their sealing is to be done. */
async function interruptedCloses(
  { database, vault }: JobParts,
  organisation: string,
  unpublished: readonly UnpublishedWave[],
): Promise<Job[]> {
  const open = new Set(unpublished.filter(({ stage }) => stage === 'open').map(({ id }) => id))
  const jobs: Job[] = []
  for (const id of (await vault.list()).filter((wave) => !open.has(wave))) {
    const row = await findWave(database.office, organisation, id)
    if (row === null || row.stage === 'open') continue
    jobs.push(job.parse({ kind: 'seal', organisation, programme: row.programme, wave: id }))
  }
  return jobs
}

/** Waves that were published, and of which nobody was told yet: that is written with the release. */
async function untoldResults(
  { database }: JobParts,
  organisation: string,
  begun: readonly WaveJobRow[],
): Promise<Job[]> {
  const jobs: Job[] = []
  for (const { subject } of begun.filter(({ kind }) => kind === 'tell')) {
    const row = await findWave(database.office, organisation, subject)
    if (row !== null)
      jobs.push(job.parse({ kind: 'tell', organisation, programme: row.programme, wave: subject }))
  }
  return jobs
}

/** What somebody did by hand, or what has become impossible, is no trouble any more. */
async function forgetTroublesOver(
  { database: { office }, now }: JobParts,
  begun: readonly WaveJobRow[],
  unpublished: readonly UnpublishedWave[],
): Promise<void> {
  for (const row of begun.filter(({ trouble }) => trouble !== null)) {
    const wave = unpublished.find(({ id }) => id === row.subject)
    const key = { organisation: row.organisation, programme: row.subject }
    const isOver = {
      open: async () => (await listDueWaves(office, key)).length === 0,
      mail: async () => wave?.stage !== 'open',
      remind: async () => wave?.stage !== 'open',
      close: async () => wave?.stage !== 'open',
      publish: async () => wave === undefined,
      tell: async () => now().getTime() > row.begunAt.getTime() + newsMilliseconds,
      // These two are tried until they succeed.
      seal: async () => false,
      daily: async () => false,
    }
    if (await isOver[row.kind]()) await finishJob(office, row)
  }
}
