import { noteDailyWork } from '@chorus/db/stores/daily-work'
import { dailyTasks } from './daily-tasks.ts'
import type { Done } from './done.ts'
import type { JobOf, JobParts } from './job.ts'

/** Where one task fails the others are done: that mails cannot leave must keep nobody's row beyond its day. */
export async function doDailyWork(parts: JobParts, { organisation }: JobOf<'daily'>): Promise<Done> {
  const now = parts.now()
  const failures: unknown[] = []
  for (const task of dailyTasks)
    try {
      await task(parts, organisation, now)
    } catch (error) {
      failures.push(error)
    }
  if (failures.length > 0) throw failures[0]
  await noteDailyWork(parts.database.office, organisation, now.toISOString().slice(0, 10))
  return {}
}
