import { timingSafeEqual } from 'node:crypto'
import { present } from '@chorus/basics/assert'
import { remembered } from '@chorus/basics/remembered'
import { err, ok, type Result } from '@chorus/basics/result'
import { and, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'
import type { Issuer } from '../database.ts'
import { participationPage, roster, wave } from '../schema/collect.ts'
import { slotsOfPage, tagBytes } from './participation-pages.ts'
import { whileWaveIsOpen } from './wave-lock.ts'

export type BallotRefused =
  | { code: 'unknown-wave' }
  | { code: 'wave-not-open' }
  | { code: 'not-invited' }
  | { code: 'ballot-already-collected' }

/** Where a person stands in one dimension of a wave. */
export type Place = { readonly dimension: string; readonly cohort: string; readonly slot: number }

/**
 * Notes that a person collects ballots, one for each of the named dimensions: all of them or none. The pages are locked in one
 * order for everybody, so that no two requests wait for each other.
 * @param dimensions each once
 * @param tagOf 16 bytes made from the place and what was asked there: the same request again is accepted, another one refused
 * @returns the person's places, in the order of `dimensions`
 */
export async function collectBallots(
  issuer: Issuer,
  who: { organisation: string; person: string; wave: string },
  dimensions: readonly string[],
  tagOf: (place: Place) => Buffer,
  now: Date,
): Promise<Result<Place[], BallotRefused>> {
  return whileWaveIsOpen(issuer, who.wave, statementsOf, async (statements) => {
    const rows = await statements.places.execute({ ...who, dimensions })
    const [open] = rows
    if (!open) return err({ code: 'unknown-wave' })
    if (open.stage !== 'open' || open.closesAt <= now) return err({ code: 'wave-not-open' })
    const places = rows.flatMap(({ dimension, cohort, slot }) =>
      dimension === null || cohort === null || slot === null ? [] : [{ dimension, cohort, slot }],
    )
    if (places.length < dimensions.length) return err({ code: 'not-invited' })
    const fresh: Place[] = []
    for (const place of inLockOrder(places)) {
      const [page] = await statements.lockedSlot.execute(at(who, place))
      const { bit, tag } = present(page, 'the page of a place')
      if (bit === 0) fresh.push(place)
      else if (!timingSafeEqual(tag, tagOf(place))) return err({ code: 'ballot-already-collected' })
    }
    for (const place of fresh) await statements.note.execute({ ...at(who, place), tag: tagOf(place) })
    const placeIn = new Map(places.map((place) => [place.dimension, place]))
    return ok(dimensions.flatMap((dimension) => placeIn.get(dimension) ?? []))
  })
}

/** The same for everybody: by cohort. A person has one place in each. */
function inLockOrder(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => (a.cohort < b.cohort ? -1 : 1))
}

/** What the statements below call the place. */
function at(who: { organisation: string; wave: string }, { cohort, slot }: Place) {
  const inPage = slot % slotsOfPage
  return {
    ...who,
    cohort,
    page: Math.floor(slot / slotsOfPage),
    slot: inPage,
    tagFrom: inPage * tagBytes + 1,
  }
}

// One small step after the other, each by a whole key: a join of roster and pages is planned badly until the
// database has gathered statistics of a new wave.
const statementsOf = remembered((client: PoolClient) => {
  const { placeholder } = sql
  const tx = drizzle(client)
  const { bits, tags } = participationPage
  const ofPlace = and(
    eq(participationPage.organisation, placeholder('organisation')),
    eq(participationPage.wave, placeholder('wave')),
    eq(participationPage.cohort, placeholder('cohort')),
    eq(participationPage.page, placeholder('page')),
  )
  return {
    /** The wave, with the person's places in the dimensions. */
    places: tx
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
      .prepare('places of a person'),
    /** Holds the page of a place until the transaction ends, and says what stands in the slot. */
    lockedSlot: tx
      .select({
        bit: sql<number>`get_bit(${bits}, ${placeholder('slot')})`,
        tag: sql<Buffer>`substring(${tags} FROM ${placeholder('tagFrom')}::int FOR ${tagBytes}::int)`,
      })
      .from(participationPage)
      .where(ofPlace)
      .for('update')
      .prepare('slot of a place'),
    note: tx
      .update(participationPage)
      .set({
        bits: sql`set_bit(${bits}, ${placeholder('slot')}, 1)`,
        tags: sql`overlay(${tags} PLACING ${placeholder('tag')} FROM ${placeholder('tagFrom')}::int)`,
      })
      .where(ofPlace)
      .prepare('note of a ballot'),
  }
})
