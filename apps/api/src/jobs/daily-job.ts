import { noteDailyWork } from '@chorus/db/stores/daily-work'
import { dailyTasks } from './daily-tasks.ts'
import type { Done } from './done.ts'
import type { JobOf, JobParts } from './job.ts'

export async function doDailyWork(parts: JobParts, { organisation }: JobOf<'daily'>): Promise<Done> {
  const now = parts.now()
  for (const task of dailyTasks) await task(parts, organisation, now)
  await noteDailyWork(parts.database.office, organisation, now.toISOString().slice(0, 10))
  return {}
}
