import { err, ok, type Result } from '@chorus/basics/result'
import { and, eq } from 'drizzle-orm'
import type { Issuer, Urn } from '../database.ts'
import { urn as urnTable, wave } from '../schema/collect.ts'
import { holdWaveOpen } from './wave-lock.ts'

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
  return urn.transaction(async (tx) => {
    await tx.execute(holdWaveOpen(locked.wave))
    const open = await stageOf(tx, locked.wave)
    if (open === null) return err({ code: 'unknown-wave' })
    if (open.stage !== 'open' || open.closesAt <= now) return err({ code: 'wave-not-open' })
    const stored = await tx
      .insert(urnTable)
      .values(locked)
      .onConflictDoNothing()
      .returning({ nf: urnTable.nf })
    if (stored.length === 1) return ok(undefined)
    const [earlier] = await tx
      .select({ mac: urnTable.mac })
      .from(urnTable)
      .where(
        and(
          eq(urnTable.organisation, locked.organisation),
          eq(urnTable.wave, locked.wave),
          eq(urnTable.nf, locked.nf),
        ),
      )
    return earlier?.mac.equals(locked.mac) ? ok(undefined) : err({ code: 'ballot-spent' })
  })
}

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
