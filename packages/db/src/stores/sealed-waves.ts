import { randomUUID } from 'node:crypto'
import { err, ok, type Result } from '@chorus/basics/result'
import { secureShuffle } from '@chorus/basics/secure-shuffle'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Closer } from '../database.ts'
import { ballot, cohort, inbox, participation, roster, wave } from '../schema/collect.ts'
import { sealedResponse } from '../schema/seal.ts'
import { holdWaveAlone } from './wave-lock.ts'

export type WaveKey = { readonly organisation: string; readonly wave: string }

/** Tables that hold rows of open waves, and are rewritten after sealing so that no deleted row stays on disk. */
export const tablesEmptiedAtSealing = ['inbox', 'ballot', 'roster', 'participation'] as const

const batchSize = 4000

/**
 * Closes a wave in one transaction: no more answers; responses rewritten under random ids in random order;
 * participation reduced to a count per cohort; roster, bitmaps and ballots deleted.
 * Sealing a sealed wave again changes nothing.
 * @param closedOn ISO date (UTC)
 */
export async function sealWaveRows(
  closer: Closer,
  key: WaveKey,
  closedOn: string,
): Promise<Result<void, { code: 'unknown-wave' }>> {
  return closer.transaction(async (tx) => {
    await tx.execute(holdWaveAlone(key.wave))
    const [row] = await tx
      .select({ stage: wave.stage })
      .from(wave)
      .where(and(eq(wave.organisation, key.organisation), eq(wave.id, key.wave)))
    if (!row) return err({ code: 'unknown-wave' })
    if (row.stage !== 'open') return ok(undefined)
    const responses = await tx
      .select({ cohort: inbox.cohort, answers: inbox.answers })
      .from(inbox)
      .where(and(eq(inbox.organisation, key.organisation), eq(inbox.wave, key.wave)))
    secureShuffle(responses)
    for (let start = 0; start < responses.length; start += batchSize)
      await tx.insert(sealedResponse).values(
        responses.slice(start, start + batchSize).map((response) => ({
          ...key,
          id: randomUUID(),
          ...response,
        })),
      )
    await tx.execute(sql`
      UPDATE ${cohort} SET collected = (
        SELECT bit_count(bits) FROM ${participation} AS p
        WHERE p.organisation = ${cohort.organisation} AND p.wave = ${cohort.wave} AND p.cohort = ${cohort.id})
      WHERE ${cohort.organisation} = ${key.organisation} AND ${cohort.wave} = ${key.wave}`)
    for (const table of [inbox, ballot, roster, participation])
      await tx.delete(table).where(and(eq(table.organisation, key.organisation), eq(table.wave, key.wave)))
    await tx
      .update(wave)
      .set({ stage: 'sealed', closedOn })
      .where(and(eq(wave.organisation, key.organisation), eq(wave.id, key.wave)))
    return ok(undefined)
  })
}

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

/** The cohorts of a sealed wave: what they are filed under, and how many people were invited. */
export async function listCohorts(
  closer: Closer,
  key: WaveKey,
): Promise<{ id: string; unit: string; size: number }[]> {
  return closer
    .select({ id: cohort.id, unit: cohort.unit, size: cohort.size })
    .from(cohort)
    .where(and(eq(cohort.organisation, key.organisation), eq(cohort.wave, key.wave)))
}
