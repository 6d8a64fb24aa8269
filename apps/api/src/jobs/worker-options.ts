import { EventEmitter } from 'node:events'
import { jobKind } from '@chorus/contracts/jobs'
import { beginLife } from '@chorus/db/stores/job-queue'
import type { AddJobFunction, RunnerOptions, TaskList } from 'graphile-worker'
import { kindAndPlace } from '../http/kind-and-place.ts'
import { type JobParts, job } from './job.ts'
import { planAll } from './plan.ts'
import { queueJob, queuePlan } from './queue-job.ts'
import { quietLogger } from './queue-tools.ts'
import { runJob } from './run-job.ts'

/**
 * What a worker of the queue is made with, and the sign of life that is given from before its first moment until it is ended: without a sign a
 * worker that has just taken its first job would be held for dead, and the job be done twice.
 */
export async function optionsOf(parts: JobParts): Promise<{ options: RunnerOptions; alive: Alive }> {
  const sign = await beginLife(parts.database.jobs)
  const events = new EventEmitter()
  let named: Promise<void> = Promise.resolve()
  events.on('pool:create', ({ workerPool }) => {
    named = sign
      .named(workerPool.id)
      .catch((error) => parts.report(`A worker of the queue shows no life: ${kindAndPlace(error)}`))
  })
  return {
    options: {
      pgPool: parts.database.jobs.$client,
      taskList: tasksOf(parts),
      events,
      logger: quietLogger(parts),
      noHandleSignals: true,
      parsedCronItems: [],
    },
    alive: {
      async end() {
        await named
        sign.end()
      },
    },
  }
}

type Alive = { end(): Promise<void> }

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
