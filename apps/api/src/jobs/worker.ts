import { areJobsLeft } from '@chorus/db/stores/job-queue'
import { run, runOnce } from 'graphile-worker'
import { kindAndPlace } from '../http/kind-and-place.ts'
import type { JobParts } from './job.ts'
import { queuePlan } from './queue-job.ts'
import { giveToOthers, openQueue } from './queue-tools.ts'
import { optionsOf } from './worker-options.ts'

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
  const utils = await openQueue(parts)

  async function look(): Promise<void> {
    const { options, alive } = await optionsOf(parts)
    const runner = await run({
      ...options,
      concurrency: jobsAtATime,
      pollInterval: pollMilliseconds,
    }).catch(async (error) => {
      await alive.end()
      throw error
    })
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
  const utils = await openQueue(parts)
  try {
    await queuePlan(utils.addJob)
    do {
      await giveToOthers(parts, utils)
      const { options, alive } = await optionsOf(parts)
      await runOnce(options).finally(alive.end)
    } while (await areJobsLeft(jobs))
  } finally {
    await utils.release()
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}
