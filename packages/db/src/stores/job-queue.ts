import type { PoolClient } from 'pg'
import type { Jobs } from '../database.ts'

/** A worker's proof of life: PostgreSQL lets go of it with the connection, also when the process is killed. */
export type SignOfLife = {
  /** Says by which name the queue knows the worker. */
  named(worker: string): Promise<void>
  end(): void
}

const lockOf = "hashtextextended('chorus worker ' || $1, 0)"
const starting = "hashtextextended('chorus workers that start', 0)"

/**
 * Begun before a worker is, for a worker has a name only once it may take jobs: as long as one starts, nobody is held for dead. Then it is held
 * for each worker as long as it runs.
 */
export async function beginLife(jobs: Jobs): Promise<SignOfLife> {
  const client = await jobs.$client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock_shared(${starting})`)
  } catch (error) {
    client.release(true)
    throw error
  }
  return {
    async named(worker) {
      await client.query(`SELECT pg_advisory_lock(${lockOf})`, [worker])
      await client.query(`SELECT pg_advisory_unlock_shared(${starting})`)
    },
    end() {
      // The connection goes with its locks: given back, it would keep them.
      client.release(true)
    },
  }
}

/**
 * Workers that hold jobs or queues and show no life: their process was killed, or lost the database. What they held is to be given to others
 * at once; the queue by itself waits four hours. Nobody is found while a worker starts: whoever asks asks again.
 */
export async function findDeadWorkers(jobs: Jobs): Promise<string[]> {
  const client = await jobs.$client.connect()
  try {
    if (!(await tryLock(client, starting))) return []
    try {
      const { rows } = await client.query<{ worker: string }>(
        `SELECT locked_by AS worker FROM graphile_worker.jobs WHERE locked_by IS NOT NULL
         UNION SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL`,
      )
      const dead: string[] = []
      for (const { worker } of rows)
        if (await tryLock(client, lockOf, worker)) {
          await client.query(`SELECT pg_advisory_unlock(${lockOf})`, [worker])
          dead.push(worker)
        }
      return dead
    } finally {
      await client.query(`SELECT pg_advisory_unlock(${starting})`)
    }
  } finally {
    client.release()
  }
}

/** Whether a job is under way, or waits for nothing but its turn. */
export async function areJobsLeft(jobs: Jobs): Promise<boolean> {
  const { rows } = await jobs.$client.query<{ left: boolean }>(
    `SELECT EXISTS (SELECT FROM graphile_worker.jobs
       WHERE locked_by IS NOT NULL OR (run_at <= now() AND attempts < max_attempts)) AS left`,
  )
  return rows[0]?.left ?? false
}

async function tryLock(client: PoolClient, lock: string, ...values: string[]): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    `SELECT pg_try_advisory_lock(${lock}) AS free`,
    values,
  )
  return rows[0]?.free ?? false
}
