import { remembered } from '@chorus/basics/remembered'
import { err, ok, type Result } from '@chorus/basics/result'
import { and, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'
import type { Issuer } from '../database.ts'
import { roster, wave } from '../schema/collect.ts'
import { noteCollected, type Place, type TagOf } from './note-collected.ts'
import { whileWaveIsOpen } from './wave-lock.ts'

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
  return whileWaveIsOpen(issuer, who.wave, async (client) => {
    const rows = await placesOf(client).execute({ ...who, dimensions })
    const [open] = rows
    if (!open) return err({ code: 'unknown-wave' })
    if (open.stage !== 'open' || open.closesAt <= now) return err({ code: 'wave-not-open' })
    const places = rows.flatMap(({ dimension, cohort, slot }) =>
      dimension === null || cohort === null || slot === null ? [] : [{ dimension, cohort, slot }],
    )
    if (places.length < dimensions.length) return err({ code: 'not-invited' })
    if (!(await noteCollected(client, who, places, tagOf))) return err({ code: 'ballot-already-collected' })
    const placeIn = new Map(places.map((place) => [place.dimension, place]))
    return ok(dimensions.flatMap((dimension) => placeIn.get(dimension) ?? []))
  })
}

// One small step after the other, each by a whole key: a join of roster and pages is planned badly until the
// database has gathered statistics of a new wave.
/** The wave, with the person's places in the dimensions. */
const placesOf = remembered((client: PoolClient) => {
  const { placeholder } = sql
  return drizzle(client)
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
        eq(roster.person, placeholder('person')),
        sql`${roster.dimension} = ANY(${placeholder('dimensions')})`,
      ),
    )
    .where(and(eq(wave.organisation, placeholder('organisation')), eq(wave.id, placeholder('wave'))))
    .prepare('places of a person')
})
