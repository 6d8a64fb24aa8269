import { timingSafeEqual } from 'node:crypto'
import { err, ok, type Result } from '@chorus/basics/result'
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
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
    const [open] = await tx
      .select({ stage: wave.stage, closesAt: wave.closesAt })
      .from(wave)
      .where(and(eq(wave.organisation, who.organisation), eq(wave.id, who.wave)))
    if (!open) return err({ code: 'unknown-wave' })
    if (open.stage !== 'open' || open.closesAt <= now) return err({ code: 'wave-not-open' })
    const places = await tx
      .select({
        dimension: roster.dimension,
        cohort: roster.cohort,
        slot: roster.slot,
        page: participationPage.page,
        collected: sql<number>`get_bit(${participationPage.bits}, ${slotInPage})`,
        tag: sql<Buffer>`substring(${participationPage.tags} FROM ${tagStart} FOR ${tagBytes})`,
      })
      .from(roster)
      .innerJoin(participationPage, pageOfPlace)
      .where(
        and(
          eq(roster.organisation, who.organisation),
          eq(roster.wave, who.wave),
          eq(roster.person, who.person),
          inArray(roster.dimension, [...dimensions]),
        ),
      )
      .orderBy(asc(participationPage.cohort), asc(participationPage.page))
      .for('update', { of: participationPage })
    if (places.length < dimensions.length) return err({ code: 'not-invited' })
    for (const place of places) {
      if (place.collected === 1 && !timingSafeEqual(place.tag, tagOf(place)))
        return err({ code: 'ballot-already-collected' })
    }
    for (const place of places.filter(({ collected }) => collected === 0)) {
      const slot = place.slot % slotsOfPage
      await tx
        .update(participationPage)
        .set({
          bits: sql`set_bit(${participationPage.bits}, ${slot}, 1)`,
          tags: sql`overlay(${participationPage.tags} PLACING ${tagOf(place)} FROM ${slot * tagBytes + 1})`,
        })
        .where(
          and(
            eq(participationPage.organisation, who.organisation),
            eq(participationPage.wave, who.wave),
            eq(participationPage.cohort, place.cohort),
            eq(participationPage.page, place.page),
          ),
        )
    }
    const placeIn = new Map(
      places.map(({ dimension, cohort, slot }) => [dimension, { dimension, cohort, slot }]),
    )
    return ok(dimensions.flatMap((dimension) => placeIn.get(dimension) ?? []))
  })
}

/** Joins a roster row to the page that holds its slot. */
export const pageOfPlace: SQL | undefined = and(
  eq(participationPage.organisation, roster.organisation),
  eq(participationPage.wave, roster.wave),
  eq(participationPage.cohort, roster.cohort),
  eq(participationPage.page, sql`${roster.slot} / ${sql.raw(String(slotsOfPage))}`),
)

/** Of a roster row, within its page. */
export const slotInPage = sql`(${roster.slot} % ${sql.raw(String(slotsOfPage))})`
export const tagStart = sql`${slotInPage} * ${sql.raw(String(tagBytes))} + 1`
