import { EventEmitter } from 'node:events'
import { jobKind } from '@chorus/contracts/jobs'
import { type SignOfLife, showLife } from '@chorus/db/stores/job-queue'
import type { AddJobFunction, RunnerOptions, TaskList } from 'graphile-worker'
import { type JobParts, job } from './job.ts'
import { planAll } from './plan.ts'
import { queueJob, queuePlan } from './queue-job.ts'
import { quietLogger } from './queue-tools.ts'
import { runJob } from './run-job.ts'

/** What a worker of the queue is made with, and the sign of life that it gives from its first moment. */
export function optionsOf(parts: JobParts): { options: RunnerOptions; alive: SignOfLife } {
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
      logger: quietLogger(parts),
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
