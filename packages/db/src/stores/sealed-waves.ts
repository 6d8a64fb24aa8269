import { present } from '@chorus/basics/assert'
import { unitDimension } from '@chorus/contracts/collect'
import { and, asc, eq, gt } from 'drizzle-orm'
import type { Closer } from '../database.ts'
import { cohort } from '../schema/collect.ts'
import { sealedResponse } from '../schema/seal.ts'

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

/** The cohorts of the unit tree of a sealed wave: what they are filed under, and how many people were invited. */
export async function listCohorts(
  closer: Closer,
  key: WaveKey,
): Promise<{ id: string; unit: string; size: number }[]> {
  const rows = await closer
    .select({ id: cohort.id, unit: cohort.unit, size: cohort.size })
    .from(cohort)
    .where(
      and(
        eq(cohort.organisation, key.organisation),
        eq(cohort.wave, key.wave),
        eq(cohort.dimension, unitDimension),
      ),
    )
  return rows.map((row) => ({ ...row, unit: present(row.unit, 'the unit of a cohort of the unit tree') }))
}
