import { timingSafeEqual } from 'node:crypto'
import { present } from '@chorus/basics/assert'
import { err, ok, type Result } from '@chorus/basics/result'
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Issuer } from '../database.ts'
import { participationPage, roster, wave } from '../schema/collect.ts'
import { slotsOfPage, tagBytes } from './participation-pages.ts'
import { holdWaveOpen } from './wave-lock.ts'

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
    const fresh: Place[] = []
    for (const place of inLockOrder(places)) {
      const noted = await lockSlot(tx, who, place)
      if (!noted.collected) fresh.push(place)
      else if (!timingSafeEqual(noted.tag, tagOf(place))) return err({ code: 'ballot-already-collected' })
    }
    for (const place of fresh) {
      const slot = place.slot % slotsOfPage
      await tx
        .update(participationPage)
        .set({
          bits: sql`set_bit(${participationPage.bits}, ${slot}, 1)`,
          tags: sql`overlay(${participationPage.tags} PLACING ${tagOf(place)} FROM ${slot * tagBytes + 1})`,
        })
        .where(pageOf(who, place))
    }
    const placeIn = new Map(places.map((place) => [place.dimension, place]))
    return ok(dimensions.flatMap((dimension) => placeIn.get(dimension) ?? []))
  })
}

/** The same for everybody: by cohort. A person has one place in each. */
function inLockOrder(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => (a.cohort < b.cohort ? -1 : 1))
}

/** Holds the page of a place until the transaction ends, and says what stands in the slot. */
async function lockSlot(
  tx: Pick<Issuer, 'select'>,
  who: { organisation: string; wave: string },
  place: Place,
): Promise<{ collected: boolean; tag: Buffer }> {
  const slot = place.slot % slotsOfPage
  const [page] = await tx
    .select({
      bit: sql<number>`get_bit(${participationPage.bits}, ${slot})`,
      tag: sql<Buffer>`substring(${participationPage.tags} FROM ${slot * tagBytes + 1}::int FOR ${tagBytes}::int)`,
    })
    .from(participationPage)
    .where(pageOf(who, place))
    .for('update')
  const { bit, tag } = present(page, 'the page of a place')
  return { collected: bit === 1, tag }
}

function pageOf(who: { organisation: string; wave: string }, { cohort, slot }: Place): SQL | undefined {
  return and(
    eq(participationPage.organisation, who.organisation),
    eq(participationPage.wave, who.wave),
    eq(participationPage.cohort, cohort),
    eq(participationPage.page, Math.floor(slot / slotsOfPage)),
  )
}
