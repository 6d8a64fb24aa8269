import { findDeadWorkers } from '@chorus/db/stores/job-queue'
import { Logger, makeWorkerUtils, type WorkerUtils } from 'graphile-worker'
import type { Job, JobParts } from './job.ts'
import { queueJob } from './queue-job.ts'

type QueueParts = Pick<JobParts, 'database' | 'report'>

/** Has a job that is in trouble tried again at once. */
export async function tryNow(parts: QueueParts, one: Job): Promise<void> {
  const utils = await openQueue(parts)
  try {
    await queueJob(utils.addJob, one, 'now')
  } finally {
    await utils.release()
  }
}

/** Jobs of workers that were killed are given to others. */
export async function giveToOthers({ database }: QueueParts, utils: WorkerUtils): Promise<void> {
  const dead = await findDeadWorkers(database.jobs)
  if (dead.length > 0) await utils.forceUnlockWorkers(dead)
}

/** Tables of the queue are made, or brought up to date, when this is called. */
export function openQueue(parts: QueueParts): Promise<WorkerUtils> {
  return makeWorkerUtils({ pgPool: parts.database.jobs.$client, logger: quietLogger(parts) })
}

/** Of what the queue says only errors of its own are told; those of jobs are told where they happen. */
export function quietLogger({ report }: Pick<QueueParts, 'report'>): Logger {
  return new Logger(() => (level, message, about) => {
    if (String(level) === 'error' && about?.failure !== true) report(`Job queue: ${message}`)
  })
}
