import { and, eq } from 'drizzle-orm'
import type { Urn } from '../database.ts'
import { closedCohort } from '../schema/seal.ts'

export type ClosedCohortRow = typeof closedCohort.$inferSelect

/** What everybody may check of a closed cohort; null while its wave is open, and where there is no such cohort. */
export async function findClosedCohort(
  urn: Urn,
  waveId: string,
  cohortId: string,
): Promise<ClosedCohortRow | null> {
  const [row] = await urn
    .select()
    .from(closedCohort)
    .where(and(eq(closedCohort.wave, waveId), eq(closedCohort.cohort, cohortId)))
  return row ?? null
}
