import { withinOrganisation } from '@chorus/db/organisation-scope'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { beginJob, finishJob, noteTrouble } from '@chorus/db/stores/wave-jobs'
import { kindAndPlace } from '../http/kind-and-place.ts'
import { chorusItself } from './chorus-itself.ts'
import { closeDueWave, publishSealedWave, sealRest, tellOfPublishedWave } from './close-jobs.ts'
import { doDailyWork } from './daily-job.ts'
import type { Done } from './done.ts'
import { type Job, type JobParts, subjectOf } from './job.ts'
import { JobFailed, troubleOf } from './job-failed.ts'
import { inviteToWave, remindOfWave } from './mail-jobs.ts'
import { openPlannedWave } from './open-planned-wave.ts'

/**
 * Does a job, and keeps until it is done that it was begun: the next try learns from it that an earlier one may have done everything but tell.
 * What goes wrong is kept by its code. The queue stores an error's message, so it is given the code and nothing else: that of a query could hold
 * the ids of people.
 * @throws JobFailed to have it tried again
 */
export async function runJob(parts: JobParts, job: Job): Promise<NonNullable<Done['next']>> {
  return withinOrganisation(job.organisation, () => runInScope(parts, job))
}

async function runInScope(parts: JobParts, job: Job): Promise<NonNullable<Done['next']>> {
  const { office } = parts.database
  const key = { organisation: job.organisation, kind: job.kind, subject: subjectOf(job) }
  const { again } = await beginJob(office, key, parts.now())
  try {
    const { event, next } = await work(parts, job, again)
    if (event) await recordEvent(office, job.organisation, { at: parts.now(), actor: chorusItself, ...event })
    await finishJob(office, key)
    return next ?? []
  } catch (error) {
    const code = troubleOf(error)
    const unexpected = code === 'internal' && error instanceof Error ? `\n${kindAndPlace(error)}` : ''
    parts.report(`A job failed and will be tried again: ${job.kind} (${code})${unexpected}`)
    await noteTrouble(office, key, code)
    throw new JobFailed(code)
  }
}

function work(parts: JobParts, job: Job, again: boolean): Promise<Done> {
  switch (job.kind) {
    case 'open':
      return openPlannedWave(parts, job, again)
    case 'mail':
      return inviteToWave(parts, job)
    case 'remind':
      return remindOfWave(parts, job)
    case 'close':
      return closeDueWave(parts, job, again)
    case 'seal':
      return sealRest(parts, job)
    case 'publish':
      return publishSealedWave(parts, job, again)
    case 'tell':
      return tellOfPublishedWave(parts, job)
    case 'daily':
      return doDailyWork(parts, job)
  }
}
