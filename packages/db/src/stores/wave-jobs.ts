import { and, asc, eq, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { waveJob } from '../schema/jobs.ts'

export type WaveJobRow = typeof waveJob.$inferSelect
export type WaveJobKey = Pick<WaveJobRow, 'organisation' | 'kind' | 'subject'>

/**
 * Notes that a job was begun.
 * @returns whether it had been begun before and was not finished: an earlier try failed, or its process ended
 */
export async function beginJob(office: Office, key: WaveJobKey, now: Date): Promise<{ again: boolean }> {
  const { rowCount } = await office
    .insert(waveJob)
    .values({ ...key, begunAt: now })
    .onConflictDoNothing()
  return { again: rowCount === 0 }
}

/** @param trouble a code of the catalogue of problems: never a message, which could name people */
export async function noteTrouble(office: Office, key: WaveJobKey, trouble: string): Promise<void> {
  await office
    .update(waveJob)
    // A count that has come to the end of its column stays there.
    .set({ trouble, tries: sql`least(${waveJob.tries} + 1, 32767)` })
    .where(jobOf(key))
}

export async function finishJob(office: Office, key: WaveJobKey): Promise<void> {
  await office.delete(waveJob).where(jobOf(key))
}

/** Jobs that were begun and are not finished, oldest first. */
export async function listJobs(office: Office, organisation: string): Promise<WaveJobRow[]> {
  return office
    .select()
    .from(waveJob)
    .where(eq(waveJob.organisation, organisation))
    .orderBy(asc(waveJob.begunAt), asc(waveJob.kind), asc(waveJob.subject))
}

function jobOf(key: WaveJobKey) {
  return and(
    eq(waveJob.organisation, key.organisation),
    eq(waveJob.kind, key.kind),
    eq(waveJob.subject, key.subject),
  )
}
