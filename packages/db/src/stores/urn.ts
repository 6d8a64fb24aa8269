import { remembered } from '@chorus/basics/remembered'
import { err, ok, type Result } from '@chorus/basics/result'
import { and, eq, gt, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'
import type { Issuer, Urn } from '../database.ts'
import { urn as urnTable, wave } from '../schema/collect.ts'
import { whileWaveIsOpen } from './wave-lock.ts'

export type LockedBox = {
  readonly organisation: string
  readonly wave: string
  /** 32 bytes, made from the ballot: one box for each. */
  readonly nf: Buffer
  readonly cohort: string
  /** 32 bytes, made from the answers under a key of the vault. */
  readonly mac: Buffer
  readonly box: Buffer
}

export type BoxRefused = { code: 'unknown-wave' } | { code: 'wave-not-open' } | { code: 'ballot-spent' }

/**
 * Takes a locked box in, once per ballot; the same answers again are accepted and change nothing. A ballot that is used twice
 * is no error of the database, which would write it into its log.
 */
export async function putIntoUrn(urn: Urn, locked: LockedBox, now: Date): Promise<Result<void, BoxRefused>> {
  return whileWaveIsOpen(urn, locked.wave, async (client) => {
    const { put, stage, earlierMac } = statementsOf(client)
    const stored = await put.execute({ ...locked, now })
    if (stored.length === 1) return ok(undefined)
    const [open] = await stage.execute({ wave: locked.wave })
    if (!open) return err({ code: 'unknown-wave' })
    if (open.stage !== 'open' || open.closesAt <= now) return err({ code: 'wave-not-open' })
    const [earlier] = await earlierMac.execute(locked)
    return earlier?.mac.equals(locked.mac) ? ok(undefined) : err({ code: 'ballot-spent' })
  })
}

const statementsOf = remembered((client: PoolClient) => {
  const { placeholder } = sql
  const tx = drizzle(client)
  const open = tx
    .select({
      organisation: sql<string>`${placeholder('organisation')}::uuid`.as('organisation'),
      wave: wave.id,
      nf: sql<Buffer>`${placeholder('nf')}::bytea`.as('nf'),
      cohort: sql<string>`${placeholder('cohort')}::uuid`.as('cohort'),
      mac: sql<Buffer>`${placeholder('mac')}::bytea`.as('mac'),
      box: sql<Buffer>`${placeholder('box')}::bytea`.as('box'),
    })
    .from(wave)
    .where(
      and(
        eq(wave.organisation, placeholder('organisation')),
        eq(wave.id, placeholder('wave')),
        eq(wave.stage, 'open'),
        gt(wave.closesAt, placeholder('now')),
      ),
    )
  return {
    /** Only into an open wave, and once. */
    put: tx
      .insert(urnTable)
      .select(open)
      .onConflictDoNothing()
      .returning({ nf: urnTable.nf })
      .prepare('box into the urn'),
    stage: tx
      .select({ stage: wave.stage, closesAt: wave.closesAt })
      .from(wave)
      .where(eq(wave.id, placeholder('wave')))
      .prepare('stage of a wave'),
    earlierMac: tx
      .select({ mac: urnTable.mac })
      .from(urnTable)
      .where(
        and(
          eq(urnTable.organisation, placeholder('organisation')),
          eq(urnTable.wave, placeholder('wave')),
          eq(urnTable.nf, placeholder('nf')),
        ),
      )
      .prepare('box of a ballot'),
  }
})

/** Whether a wave still takes answers, and until when. */
export async function stageOf(
  connection: Pick<Issuer | Urn, 'select'>,
  waveId: string,
): Promise<Pick<typeof wave.$inferSelect, 'stage' | 'closesAt'> | null> {
  const [row] = await connection
    .select({ stage: wave.stage, closesAt: wave.closesAt })
    .from(wave)
    .where(eq(wave.id, waveId))
  return row ?? null
}
