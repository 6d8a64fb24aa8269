import { err, ok, type Result } from '@chorus/basics/result'
import { and, eq } from 'drizzle-orm'
import type { Urn } from '../database.ts'
import { ballot, inbox, wave } from '../schema/collect.ts'
import { holdWaveOpen } from './wave-lock.ts'

export type DroppedAnswers = {
  readonly organisation: string
  readonly wave: string
  readonly cohort: string
  /** SHA-256 of the token, 32 bytes. */
  readonly commitment: Buffer
  /** HMAC-SHA-256 of the answers under the token, 32 bytes. */
  readonly digest: Buffer
  readonly answers: Readonly<Record<string, number | null>>
}

export type DropRefused = { code: 'wave-not-open' } | { code: 'ballot-not-valid' } | { code: 'ballot-spent' }

/**
 * Takes answers in, once per ballot; the same answers again are accepted and change nothing.
 * The role behind `urn` cannot read the answers it inserts.
 */
export async function dropAnswers(
  urn: Urn,
  drop: DroppedAnswers,
  now: Date,
): Promise<Result<void, DropRefused>> {
  return urn.transaction(async (tx) => {
    await tx.execute(holdWaveOpen(drop.wave))
    const [open] = await tx
      .select({ stage: wave.stage, closesAt: wave.closesAt })
      .from(wave)
      .where(and(eq(wave.organisation, drop.organisation), eq(wave.id, drop.wave)))
    if (open?.stage !== 'open' || open.closesAt <= now) return err({ code: 'wave-not-open' })
    const [valid] = await tx
      .select({ cohort: ballot.cohort })
      .from(ballot)
      .where(
        and(
          eq(ballot.organisation, drop.organisation),
          eq(ballot.wave, drop.wave),
          eq(ballot.commitment, drop.commitment),
        ),
      )
    if (valid?.cohort !== drop.cohort) return err({ code: 'ballot-not-valid' })
    const stored = await tx
      .insert(inbox)
      .values({ ...drop, answers: { ...drop.answers } })
      .onConflictDoNothing()
      .returning({ commitment: inbox.commitment })
    if (stored.length === 1) return ok(undefined)
    const [earlier] = await tx
      .select({ digest: inbox.digest })
      .from(inbox)
      .where(
        and(
          eq(inbox.organisation, drop.organisation),
          eq(inbox.wave, drop.wave),
          eq(inbox.commitment, drop.commitment),
        ),
      )
    return earlier?.digest.equals(drop.digest) ? ok(undefined) : err({ code: 'ballot-spent' })
  })
}
