import { err, ok, type Result } from '@chorus/basics/result'
import { and, eq, inArray } from 'drizzle-orm'
import type { Issuer } from '../database.ts'
import { roster, wave } from '../schema/collect.ts'
import { noteCollected, type Place, type TagOf } from './note-collected.ts'
import { holdWaveOpen } from './wave-lock.ts'

export type BallotRefused =
  | { code: 'unknown-wave' }
  | { code: 'wave-not-open' }
  | { code: 'not-invited' }
  | { code: 'ballot-already-collected' }

/**
 * Notes that a person collects ballots, one for each of the named dimensions: all of them or none.
 * @param dimensions each once
 * @returns the person's places, in the order of `dimensions`
 */
export async function collectBallots(
  issuer: Issuer,
  who: { organisation: string; person: string; wave: string },
  dimensions: readonly string[],
  tagOf: TagOf,
  now: Date,
): Promise<Result<Place[], BallotRefused>> {
  return issuer.transaction(async (tx) => {
    await tx.execute(holdWaveOpen(who.wave))
    // One small step after the other, each by a whole key: a join of roster and pages is planned badly until the
    // database has gathered statistics of a new wave.
    const rows = await tx
      .select({
        stage: wave.stage,
        closesAt: wave.closesAt,
        dimension: roster.dimension,
        cohort: roster.cohort,
        slot: roster.slot,
      })
      .from(wave)
      .leftJoin(
        roster,
        and(
          eq(roster.organisation, wave.organisation),
          eq(roster.wave, wave.id),
          eq(roster.person, who.person),
          inArray(roster.dimension, [...dimensions]),
        ),
      )
      .where(and(eq(wave.organisation, who.organisation), eq(wave.id, who.wave)))
    const [open] = rows
    if (!open) return err({ code: 'unknown-wave' })
    if (open.stage !== 'open' || open.closesAt <= now) return err({ code: 'wave-not-open' })
    const places = rows.flatMap(({ dimension, cohort, slot }) =>
      dimension === null || cohort === null || slot === null ? [] : [{ dimension, cohort, slot }],
    )
    if (places.length < dimensions.length) return err({ code: 'not-invited' })
    if (!(await noteCollected(tx, who, places, tagOf))) return err({ code: 'ballot-already-collected' })
    const placeIn = new Map(places.map((place) => [place.dimension, place]))
    return ok(dimensions.flatMap((dimension) => placeIn.get(dimension) ?? []))
  })
}
