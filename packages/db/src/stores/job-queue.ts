import type { Jobs } from '../database.ts'

/** A worker's proof of life: PostgreSQL lets go of it with the connection, also when the process is killed. */
export type SignOfLife = { end(): Promise<void> }

const lockOf = "hashtextextended('chorus worker ' || $1, 0)"

/** Held by each worker as long as it runs. */
export async function showLife(jobs: Jobs, worker: string): Promise<SignOfLife> {
  const client = await jobs.$client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(${lockOf})`, [worker])
  } catch (error) {
    client.release(true)
    throw error
  }
  return {
    async end() {
      // The connection goes with the lock: given back, it would keep it.
      client.release(true)
    },
  }
}

/**
 * Workers that hold jobs and show no life: their process was killed, or lost the database. What they held is to be given to others at
 * once; the queue by itself waits four hours.
 */
export async function findDeadWorkers(jobs: Jobs): Promise<string[]> {
  const client = await jobs.$client.connect()
  try {
    const { rows } = await client.query<{ worker: string }>(
      'SELECT DISTINCT locked_by AS worker FROM graphile_worker.jobs WHERE locked_by IS NOT NULL',
    )
    const dead: string[] = []
    for (const { worker } of rows) {
      const { rows: tried } = await client.query<{ free: boolean }>(
        `SELECT pg_try_advisory_lock(${lockOf}) AS free`,
        [worker],
      )
      if (!tried[0]?.free) continue
      await client.query(`SELECT pg_advisory_unlock(${lockOf})`, [worker])
      dead.push(worker)
    }
    return dead
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
