import { err, ok, type Result } from '@chorus/basics/result'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Issuer } from '../database.ts'
import { ballot, cohort, participation, roster, wave } from '../schema/collect.ts'
import { holdWaveOpen } from './wave-lock.ts'

export type BallotRefused =
  | { code: 'unknown-wave' }
  | { code: 'wave-not-open' }
  | { code: 'not-invited' }
  | { code: 'ballot-already-collected' }

/**
 * One ballot for one invited person: sets the person's bit and keeps the commitment, which names nobody.
 * Asking again with the same commitment gives the same answer.
 * @param commitment SHA-256 of the token that only the device knows, 32 bytes
 */
export async function issueBallot(
  issuer: Issuer,
  who: { organisation: string; person: string; wave: string },
  commitment: Buffer,
  now: Date,
): Promise<Result<{ cohort: string }, BallotRefused>> {
  return issuer.transaction(async (tx) => {
    await tx.execute(holdWaveOpen(who.wave))
    const [open] = await tx
      .select({ stage: wave.stage, closesAt: wave.closesAt })
      .from(wave)
      .where(and(eq(wave.organisation, who.organisation), eq(wave.id, who.wave)))
    if (!open) return err({ code: 'unknown-wave' })
    if (open.stage !== 'open' || open.closesAt <= now) return err({ code: 'wave-not-open' })
    const [place] = await tx
      .select({ cohort: roster.cohort, slot: roster.slot })
      .from(roster)
      .where(
        and(
          eq(roster.organisation, who.organisation),
          eq(roster.wave, who.wave),
          eq(roster.person, who.person),
        ),
      )
    if (!place) return err({ code: 'not-invited' })
    const page = and(
      eq(participation.organisation, who.organisation),
      eq(participation.wave, who.wave),
      eq(participation.cohort, place.cohort),
    )
    const [bitmap] = await tx
      .select({ collected: sql<number>`get_bit(${participation.bits}, ${place.slot})` })
      .from(participation)
      .where(page)
      .for('update')
    const key = { organisation: who.organisation, wave: who.wave, commitment, cohort: place.cohort }
    if (bitmap?.collected === 1) {
      const [same] = await tx
        .select({ cohort: ballot.cohort })
        .from(ballot)
        .where(
          and(
            eq(ballot.organisation, key.organisation),
            eq(ballot.wave, key.wave),
            eq(ballot.commitment, commitment),
            eq(ballot.cohort, place.cohort),
          ),
        )
      return same ? ok({ cohort: place.cohort }) : err({ code: 'ballot-already-collected' })
    }
    const made = await tx
      .insert(ballot)
      .values(key)
      .onConflictDoNothing()
      .returning({ cohort: ballot.cohort })
    if (made.length === 0) return err({ code: 'ballot-already-collected' })
    await tx
      .update(participation)
      .set({ bits: sql`set_bit(${participation.bits}, ${place.slot}, 1)` })
      .where(page)
    return ok({ cohort: place.cohort })
  })
}

export type OpenInvitation = {
  readonly wave: typeof wave.$inferSelect
  readonly cohort: { readonly id: string; readonly label: string; readonly size: number }
  readonly ballotCollected: boolean
}

/** The open waves that a person is invited to, the one that closes first in front. */
export async function listInvitations(
  issuer: Issuer,
  who: { organisation: string; person: string },
  now: Date,
): Promise<OpenInvitation[]> {
  const rows = await issuer
    .select({
      wave,
      cohort: { id: cohort.id, label: cohort.label, size: cohort.size },
      bit: sql<number>`get_bit(${participation.bits}, ${roster.slot})`,
    })
    .from(roster)
    .innerJoin(wave, and(eq(wave.organisation, roster.organisation), eq(wave.id, roster.wave)))
    .innerJoin(
      cohort,
      and(
        eq(cohort.organisation, roster.organisation),
        eq(cohort.wave, roster.wave),
        eq(cohort.id, roster.cohort),
      ),
    )
    .innerJoin(
      participation,
      and(
        eq(participation.organisation, roster.organisation),
        eq(participation.wave, roster.wave),
        eq(participation.cohort, roster.cohort),
      ),
    )
    .where(
      and(
        eq(roster.organisation, who.organisation),
        eq(roster.person, who.person),
        eq(wave.stage, 'open'),
        gt(wave.closesAt, now),
      ),
    )
    .orderBy(wave.closesAt)
  return rows.map((row) => ({ wave: row.wave, cohort: row.cohort, ballotCollected: row.bit === 1 }))
}
