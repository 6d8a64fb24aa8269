import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Closer } from '../database.ts'
import { cohort } from '../schema/collect.ts'
import { closedCohort, cutComplete, cutCount, sealedComment, sealedResponse } from '../schema/seal.ts'

export type WaveKey = { readonly organisation: string; readonly wave: string }

const batchSize = 4000

/** All responses of a sealed wave, in the order of their random ids, a batch at a time. */
export async function* readSealedResponses(
  closer: Pick<Closer, 'select'>,
  key: WaveKey,
): AsyncGenerator<{ cohort: string; answers: Record<string, number | null> }> {
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await closer
      .select({ id: sealedResponse.id, cohort: sealedResponse.cohort, answers: sealedResponse.answers })
      .from(sealedResponse)
      .where(
        and(
          eq(sealedResponse.organisation, key.organisation),
          eq(sealedResponse.wave, key.wave),
          gt(sealedResponse.id, last),
        ),
      )
      .orderBy(asc(sealedResponse.id))
      .limit(batchSize)
    yield* rows
    const end = rows.at(-1)
    if (!end || rows.length < batchSize) return
    last = end.id
  }
}

/** A cohort of a sealed wave: what its answers are filed under, and how many people were invited. */
export type SealedCohort = {
  readonly id: string
  readonly dimension: string
  readonly label: string
  /** The unit of the wave's tree; null in a cut. */
  readonly unit: string | null
  readonly size: number
}

export async function listCohorts(closer: Pick<Closer, 'select'>, key: WaveKey): Promise<SealedCohort[]> {
  return closer
    .select({
      id: cohort.id,
      dimension: cohort.dimension,
      label: cohort.label,
      unit: cohort.unit,
      size: cohort.size,
    })
    .from(cohort)
    .where(and(eq(cohort.organisation, key.organisation), eq(cohort.wave, key.wave)))
}

/** What is kept of the answers of a sealed wave's cuts. */
export async function readCutCounts(
  closer: Closer,
  key: WaveKey,
): Promise<{
  cutCounts: { cohort: string; measure: string; distance: number; count: number }[]
  cutComplete: { cohort: string; block: string; people: number }[]
}> {
  const cutCounts = await closer
    .select({
      cohort: cutCount.cohort,
      measure: cutCount.measure,
      distance: cutCount.distance,
      count: cutCount.count,
    })
    .from(cutCount)
    .where(and(eq(cutCount.organisation, key.organisation), eq(cutCount.wave, key.wave)))
  const complete = await closer
    .select({ cohort: cutComplete.cohort, block: cutComplete.block, people: cutComplete.people })
    .from(cutComplete)
    .where(and(eq(cutComplete.organisation, key.organisation), eq(cutComplete.wave, key.wave)))
  return { cutCounts, cutComplete: complete }
}

/** The comments of a sealed wave, in the order of their random ids. */
export async function readSealedComments(
  closer: Closer,
  key: WaveKey,
): Promise<{ scale: string; unit: string; text: string; replyKey: Buffer | null }[]> {
  return closer
    .select({
      scale: sealedComment.scale,
      unit: sealedComment.unit,
      text: sealedComment.text,
      replyKey: sealedComment.replyKey,
    })
    .from(sealedComment)
    .where(and(eq(sealedComment.organisation, key.organisation), eq(sealedComment.wave, key.wave)))
    .orderBy(asc(sealedComment.id))
}

/** How many ballots of one dimension were counted in each unit of a closed wave, by the lists that everybody may check. */
export async function countAnswers(
  closer: Closer,
  key: WaveKey,
  dimension: string,
): Promise<{ unit: string; answers: number }[]> {
  const rows = await closer
    .select({
      unit: cohort.unit,
      answers: sql<number>`octet_length(${closedCohort.leaves}) / ${leafBytes}::int`,
    })
    .from(closedCohort)
    .innerJoin(
      cohort,
      and(
        eq(cohort.organisation, closedCohort.organisation),
        eq(cohort.wave, closedCohort.wave),
        eq(cohort.id, closedCohort.cohort),
      ),
    )
    .where(
      and(
        eq(closedCohort.organisation, key.organisation),
        eq(closedCohort.wave, key.wave),
        eq(cohort.dimension, dimension),
      ),
    )
  return rows.flatMap(({ unit, answers }) => (unit === null ? [] : [{ unit, answers }]))
}

const leafBytes = 32
