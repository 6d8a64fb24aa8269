import { timingSafeEqual } from 'node:crypto'
import { present } from '@chorus/basics/assert'
import { remembered } from '@chorus/basics/remembered'
import { and, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'
import { participationPage } from '../schema/collect.ts'
import { slotsOfPage, tagBytes } from './participation-pages.ts'

/** Where a person, or a sheet of paper, stands in one dimension of a wave. */
export type Place = { readonly dimension: string; readonly cohort: string; readonly slot: number }

/** 16 bytes made from a place and what was asked there: the same request again is accepted, another one refused. */
export type TagOf = (place: Place) => Buffer

type WaveKey = { readonly organisation: string; readonly wave: string }

/**
 * Notes that ballots are collected at these places: at all of them or at none. The pages are locked in one order for everybody, so that no two
 * requests wait for each other.
 * @param client in a transaction
 * @returns false, with nothing changed, when one of the places was used by another request
 */
export async function noteCollected(
  client: PoolClient,
  key: WaveKey,
  places: readonly Place[],
  tagOf: TagOf,
): Promise<boolean> {
  const { lockedSlot, note } = statementsOf(client)
  const fresh: Place[] = []
  for (const place of inLockOrder(places)) {
    const [page] = await lockedSlot.execute(at(key, place))
    const { bit, tag } = present(page, 'the page of a place')
    if (bit === 0) fresh.push(place)
    else if (!timingSafeEqual(tag, tagOf(place))) return false
  }
  for (const place of fresh) await note.execute({ ...at(key, place), tag: tagOf(place) })
  return true
}

/** The same for everybody: by cohort. Nobody has two places in one. */
function inLockOrder(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => (a.cohort < b.cohort ? -1 : 1))
}

/** What the statements below call the place. */
function at({ organisation, wave }: WaveKey, { cohort, slot }: Place) {
  const inPage = slot % slotsOfPage
  return {
    organisation,
    wave,
    cohort,
    page: Math.floor(slot / slotsOfPage),
    slot: inPage,
    tagFrom: inPage * tagBytes + 1,
  }
}

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
