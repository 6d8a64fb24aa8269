import { randomUUID } from 'node:crypto'
import { err, ok, type Result } from '@chorus/basics/result'
import { secureShuffle } from '@chorus/basics/secure-shuffle'
import type { SealingAudit } from '@chorus/contracts/publish'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Closer } from '../database.ts'
import { cohort, participationPage, roster, sheet, urn, wave } from '../schema/collect.ts'
import { closedCohort, cutComplete, cutCount, sealedComment, sealedResponse } from '../schema/seal.ts'
import { emptyWave } from './empty-wave.ts'
import { slotsOfPage } from './participation-pages.ts'
import type { WaveKey } from './sealed-waves.ts'
import { holdTheUrnAlone, holdWaveAlone } from './wave-lock.ts'

export type UrnRow = { readonly cohort: string; readonly nf: Buffer; readonly box: Buffer }

/** People who collected ballots in the same cohorts: one in the unit tree, one in each cut. */
export type CollectedGroup = { readonly cohorts: readonly string[]; readonly people: number }

/** What the opened boxes of a wave come to. */
export type OpenedWave = {
  /** Answers of the unit tree, in any order: they are shuffled here. */
  readonly responses: readonly { readonly cohort: string; readonly answers: Record<string, number | null> }[]
  /** Comments, in any order: they are shuffled here, apart from the answers. */
  readonly comments: readonly {
    readonly unit: string
    readonly scale: string
    readonly text: string
    readonly replyKey: Buffer | null
  }[]
  readonly cutCounts: readonly Omit<typeof cutCount.$inferInsert, keyof WaveKey>[]
  readonly cutComplete: readonly Omit<typeof cutComplete.$inferInsert, keyof WaveKey>[]
  readonly closed: readonly Omit<typeof closedCohort.$inferInsert, keyof WaveKey>[]
  /** Boxes without a valid ballot, left out of all of these. */
  readonly unbacked: number
  /** Categories of cuts that may be published, by layer and cut. */
  readonly categories: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /** What the auditor did to that choice; null without cuts. */
  readonly sealingAudit: SealingAudit | null
}

/** Moments of the one transaction at which a test may end the process. */
export type RowsMoment = 'urn read' | 'answers written' | 'traces deleted'

/** Tables that hold rows of open waves, and are rewritten after sealing so that no deleted row stays on disk. */
export const tablesEmptiedAtSealing = [
  'urn',
  'roster',
  'participation_page',
  'sheet',
  'outgoing_mail',
  'refused_invitation',
  'sign_in_link',
] as const

const batchSize = 4000

/**
 * Closes a wave in one transaction: no more answers; the boxes opened, checked and counted by `open`; answers, and apart from them
 * comments, written under random ids in random order; participation reduced to a count per cohort; roster, sheets, pages and boxes deleted.
 * Closing a closed wave again changes nothing.
 * @param closedOn ISO date (UTC)
 * @param open reads every box once, and is told how many people collected ballots, which nobody can tell afterwards
 * @param at called at each moment, inside the transaction
 */
export async function closeRows(
  closer: Closer,
  key: WaveKey,
  closedOn: string,
  open: (boxes: AsyncIterable<UrnRow>, collected: CollectedGroup[]) => Promise<OpenedWave>,
  at: (moment: RowsMoment) => Promise<void>,
): Promise<Result<void, { code: 'unknown-wave' }>> {
  const thisWave = and(eq(wave.organisation, key.organisation), eq(wave.id, key.wave))
  return closer.transaction(async (tx) => {
    await tx.execute(holdTheUrnAlone())
    await tx.execute(holdWaveAlone(key.wave))
    const [row] = await tx.select({ stage: wave.stage }).from(wave).where(thisWave)
    if (!row) return err({ code: 'unknown-wave' })
    if (row.stage !== 'open') return ok(undefined)
    const { categories, sealingAudit, ...opened } = await open(
      readUrn(tx, key),
      await collectedGroups(tx, key),
    )
    await tx
      .update(wave)
      .set({ stage: 'sealed', closedOn, unbacked: opened.unbacked, categories, sealingAudit })
      .where(thisWave)
    await at('urn read')

    const responses = secureShuffle([...opened.responses])
    for (const rows of batches(responses))
      await tx.insert(sealedResponse).values(rows.map((one) => ({ ...key, id: randomUUID(), ...one })))
    for (const rows of batches(secureShuffle([...opened.comments])))
      await tx.insert(sealedComment).values(rows.map((one) => ({ ...key, id: randomUUID(), ...one })))
    for (const rows of batches(opened.cutCounts))
      await tx.insert(cutCount).values(rows.map((one) => ({ ...key, ...one })))
    for (const rows of batches(opened.cutComplete))
      await tx.insert(cutComplete).values(rows.map((one) => ({ ...key, ...one })))
    for (const rows of batches(opened.closed))
      await tx.insert(closedCohort).values(rows.map((one) => ({ ...key, ...one })))
    await at('answers written')

    await tx.execute(sql`
      UPDATE ${cohort} SET collected = (
        SELECT coalesce(sum(bit_count(bits)), 0) FROM ${participationPage} AS p
        WHERE p.organisation = ${cohort.organisation} AND p.wave = ${cohort.wave} AND p.cohort = ${cohort.id})
      WHERE ${cohort.organisation} = ${key.organisation} AND ${cohort.wave} = ${key.wave}`)
    for (const table of [roster, participationPage, sheet])
      await tx.delete(table).where(and(eq(table.organisation, key.organisation), eq(table.wave, key.wave)))
    await emptyWave(tx, urn, key)
    await at('traces deleted')
    return ok(undefined)
  })
}

type Transaction = Pick<Closer, 'select' | 'execute' | 'delete'>

/** How many people collected ballots in which cohorts: people by their places, and sheets of paper, which have one. */
async function collectedGroups(tx: Transaction, key: WaveKey): Promise<CollectedGroup[]> {
  const isCollected = sql`EXISTS (
    SELECT FROM ${participationPage} AS p
    WHERE p.organisation = place.organisation AND p.wave = place.wave AND p.cohort = place.cohort
      AND p.page = place.slot / ${slotsOfPage}::int AND get_bit(p.bits, place.slot % ${slotsOfPage}::int) = 1)`
  const ofThisWave = sql`place.organisation = ${key.organisation} AND place.wave = ${key.wave}`
  const { rows } = await tx.execute<{ cohorts: string[]; people: number }>(sql`
    SELECT cohorts, count(*)::int AS people FROM (
      SELECT array_agg(place.cohort::text ORDER BY place.cohort) AS cohorts
      FROM ${roster} AS place WHERE ${ofThisWave} AND ${isCollected} GROUP BY place.person
      UNION ALL
      SELECT ARRAY[place.cohort::text] FROM ${sheet} AS place WHERE ${ofThisWave} AND ${isCollected}) AS everybody
    GROUP BY cohorts ORDER BY cohorts`)
  return rows
}

async function* readUrn(tx: Transaction, key: WaveKey): AsyncGenerator<UrnRow> {
  let last: Buffer = Buffer.alloc(0)
  for (;;) {
    const rows = await tx
      .select({ cohort: urn.cohort, nf: urn.nf, box: urn.box })
      .from(urn)
      .where(and(eq(urn.organisation, key.organisation), eq(urn.wave, key.wave), gt(urn.nf, last)))
      .orderBy(asc(urn.nf))
      .limit(batchSize)
    yield* rows
    const end = rows.at(-1)
    if (!end || rows.length < batchSize) return
    last = end.nf
  }
}

function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += batchSize) yield rows.slice(start, start + batchSize)
}
