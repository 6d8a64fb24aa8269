import { timingSafeEqual } from 'node:crypto'
import { present } from '@chorus/basics/assert'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Issuer } from '../database.ts'
import { participationPage } from '../schema/collect.ts'
import { slotsOfPage, tagBytes } from './participation-pages.ts'

/** Where a person, or a sheet of paper, stands in one dimension of a wave. */
export type Place = { readonly dimension: string; readonly cohort: string; readonly slot: number }

/** 16 bytes made from a place and what was asked there: the same request again is accepted, another one refused. */
export type TagOf = (place: Place) => Buffer

type WaveKey = { readonly organisation: string; readonly wave: string }
type Transaction = Pick<Issuer, 'select' | 'update'>

/**
 * Notes that ballots are collected at these places: at all of them or at none. The pages are locked in one order for everybody, so that no two
 * requests wait for each other.
 * @returns false, with nothing changed, when one of the places was used by another request
 */
export async function noteCollected(
  tx: Transaction,
  key: WaveKey,
  places: readonly Place[],
  tagOf: TagOf,
): Promise<boolean> {
  const fresh: Place[] = []
  for (const place of inLockOrder(places)) {
    const noted = await lockSlot(tx, key, place)
    if (!noted.collected) fresh.push(place)
    else if (!timingSafeEqual(noted.tag, tagOf(place))) return false
  }
  for (const place of fresh) {
    const slot = place.slot % slotsOfPage
    await tx
      .update(participationPage)
      .set({
        bits: sql`set_bit(${participationPage.bits}, ${slot}, 1)`,
        tags: sql`overlay(${participationPage.tags} PLACING ${tagOf(place)} FROM ${slot * tagBytes + 1})`,
      })
      .where(pageOf(key, place))
  }
  return true
}

/** The same for everybody: by cohort. Nobody has two places in one. */
function inLockOrder(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => (a.cohort < b.cohort ? -1 : 1))
}

/** Holds the page of a place until the transaction ends, and says what stands in the slot. */
async function lockSlot(
  tx: Transaction,
  key: WaveKey,
  place: Place,
): Promise<{ collected: boolean; tag: Buffer }> {
  const slot = place.slot % slotsOfPage
  const [page] = await tx
    .select({
      bit: sql<number>`get_bit(${participationPage.bits}, ${slot})`,
      tag: sql<Buffer>`substring(${participationPage.tags} FROM ${slot * tagBytes + 1}::int FOR ${tagBytes}::int)`,
    })
    .from(participationPage)
    .where(pageOf(key, place))
    .for('update')
  const { bit, tag } = present(page, 'the page of a place')
  return { collected: bit === 1, tag }
}

function pageOf(key: WaveKey, { cohort, slot }: Place): SQL | undefined {
  return and(
    eq(participationPage.organisation, key.organisation),
    eq(participationPage.wave, key.wave),
    eq(participationPage.cohort, cohort),
    eq(participationPage.page, Math.floor(slot / slotsOfPage)),
  )
}
