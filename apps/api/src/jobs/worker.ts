import { EventEmitter } from 'node:events'
import { jobKind } from '@chorus/contracts/jobs'
import { areJobsLeft, findDeadWorkers, type SignOfLife, showLife } from '@chorus/db/stores/job-queue'
import {
  type AddJobFunction,
  Logger,
  makeWorkerUtils,
  type RunnerOptions,
  run,
  runOnce,
  type TaskList,
  type WorkerUtils,
} from 'graphile-worker'
import { kindAndPlace } from '../http/kind-and-place.ts'
import { type Job, type JobParts, job } from './job.ts'
import { planAll } from './plan.ts'
import { queueJob } from './queue-job.ts'
import { runJob } from './run-job.ts'

/** Does by itself what is due: begun once in each process, it looks at the clock every minute until it is stopped. */
export type Worker = {
  /** Ends when the jobs under way are done, or after half a minute: then another worker takes them up. */
  stop(): Promise<void>
}

const lookMilliseconds = 60_000
/** A new job is told at once; what waits for its turn, or for the pause after a failure, is looked for. */
const pollMilliseconds = 2_000
const stopMilliseconds = 30_000
/** One programme's long publishing keeps no other from opening. */
const jobsAtATime = 2

export async function startWorker(parts: JobParts): Promise<Worker> {
  let stopped = false
  let endPause = () => {}
  const utils = await utilsOf(parts)

  async function look(): Promise<void> {
    const { options, alive } = optionsOf(parts)
    const runner = await run({ ...options, concurrency: jobsAtATime, pollInterval: pollMilliseconds })
    let lost = false
    const ended = runner.promise.catch(tell).finally(() => {
      lost = true
      endPause()
    })
    while (!stopped && !lost) {
      await giveToOthers(parts, utils)
        .then(() => queuePlan(utils.addJob))
        .catch(tell)
      if (!stopped && !lost) await pause()
    }
    if (!lost) await Promise.race([runner.stop().catch(tell), wait(stopMilliseconds)])
    else await ended
    await alive.end()
  }

  async function lookOn(): Promise<void> {
    while (!stopped) {
      await look().catch(tell)
      if (!stopped) await pause()
    }
  }

  function tell(error: unknown): void {
    if (!stopped)
      parts.report(`Jobs are waiting: ${error instanceof Error ? kindAndPlace(error) : 'unknown'}`)
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, lookMilliseconds)
      endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  const looking = lookOn()
  return {
    async stop() {
      stopped = true
      endPause()
      await looking
      await utils.release()
    },
  }
}

/**
 * Does all that is due at this moment, and what follows from it; jobs that failed wait for their pause. The queue gives a job up a moment
 * after it is done, and until then nothing of the same programme: so it is asked until nothing is left.
 */
export async function workOnce(parts: JobParts): Promise<void> {
  const { jobs } = parts.database
  const utils = await utilsOf(parts)
  try {
    await queuePlan(utils.addJob)
    do {
      await giveToOthers(parts, utils)
      const { options, alive } = optionsOf(parts)
      await runOnce(options).finally(alive.end)
    } while (await areJobsLeft(jobs))
  } finally {
    await utils.release()
  }
}

/** Has a job that is in trouble tried again at once. */
export async function tryNow(parts: Pick<JobParts, 'database' | 'report'>, one: Job): Promise<void> {
  const utils = await utilsOf(parts)
  try {
    await queueJob(utils.addJob, one, 'now')
  } finally {
    await utils.release()
  }
}

/** Jobs of workers that were killed are given to others. */
async function giveToOthers({ database }: JobParts, utils: WorkerUtils): Promise<void> {
  const dead = await findDeadWorkers(database.jobs)
  if (dead.length > 0) await utils.forceUnlockWorkers(dead)
}

/** However many processes ask for it, one plan is made at a time. */
async function queuePlan(add: AddJobFunction): Promise<void> {
  await add('plan', {}, { jobKey: 'plan', queueName: 'plan', maxAttempts: 1 })
}

/** Tables of the queue are made, or brought up to date, when this is called. */
function utilsOf(parts: Pick<JobParts, 'database' | 'report'>): Promise<WorkerUtils> {
  return makeWorkerUtils({ pgPool: parts.database.jobs.$client, logger: loggerOf(parts) })
}

function optionsOf(parts: JobParts): { options: RunnerOptions; alive: SignOfLife } {
  const events = new EventEmitter()
  const signs: Promise<SignOfLife>[] = []
  events.on('pool:create', ({ workerPool }) => {
    signs.push(showLife(parts.database.jobs, workerPool.id))
  })
  return {
    options: {
      pgPool: parts.database.jobs.$client,
      taskList: tasksOf(parts),
      events,
      logger: loggerOf(parts),
      noHandleSignals: true,
      parsedCronItems: [],
    },
    alive: {
      async end() {
        for (const sign of await Promise.allSettled(signs))
          if (sign.status === 'fulfilled') await sign.value.end()
      },
    },
  }
}

function tasksOf(parts: JobParts): TaskList {
  return {
    plan: async (_payload, { addJob }) => {
      for (const one of await planAll(parts)) await queueJob(addJob, one, 'in its turn')
    },
    ...Object.fromEntries(
      jobKind.options.map((kind) => [
        kind,
        async (payload: unknown, { addJob }: { addJob: AddJobFunction }) => {
          const next = await runJob(parts, job.parse(payload))
          if (next === 'plan') await queuePlan(addJob)
          else for (const one of next) await queueJob(addJob, one, 'in its turn')
        },
      ]),
    ),
  }
}

/** Of what the queue says only errors of its own are told; those of jobs are told where they happen. */
function loggerOf({ report }: Pick<JobParts, 'report'>): Logger {
  return new Logger(() => (level, message, about) => {
    if (String(level) === 'error' && about?.failure !== true) report(`Job queue: ${message}`)
  })
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}
