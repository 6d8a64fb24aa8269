import { eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { dailyWork } from '../schema/jobs.ts'

/** The last day (ISO, UTC) on which the organisation's daily work was done; null before the first. */
export async function dailyWorkDoneOn(office: Office, organisation: string): Promise<string | null> {
  const [row] = await office.select().from(dailyWork).where(eq(dailyWork.organisation, organisation))
  return row?.doneOn ?? null
}

export async function noteDailyWork(office: Office, organisation: string, doneOn: string): Promise<void> {
  await office
    .insert(dailyWork)
    .values({ organisation, doneOn })
    .onConflictDoUpdate({ target: dailyWork.organisation, set: { doneOn } })
}
