import { timingSafeEqual } from 'node:crypto'
import { and, count, eq } from 'drizzle-orm'
import type { Issuer } from '../database.ts'
import { concernPage } from '../schema/concerns.ts'

type MonthKey = { readonly organisation: string; readonly month: string }

export const markBytes = 16
/** mark (16) || tag (16) */
const entryBytes = 2 * markBytes

export async function countConcernPages(issuer: Issuer, { organisation, month }: MonthKey): Promise<number> {
  const [row] = await issuer
    .select({ pages: count() })
    .from(concernPage)
    .where(and(eq(concernPage.organisation, organisation), eq(concernPage.month, month)))
  return row?.pages ?? 0
}

/**
 * Notes that whoever has this mark collected the tickets of a month. The entries of a page are sorted by their marks: their places do not
 * tell who came first.
 * @param entry mark (16 bytes) of the person, and tag (16) of what was asked
 * @returns false, with nothing changed, when the tickets were collected by another request
 */
export async function noteTickets(
  issuer: Issuer,
  { organisation, month }: MonthKey,
  page: number,
  entry: { readonly mark: Buffer; readonly tag: Buffer },
): Promise<boolean> {
  const thisPage = and(
    eq(concernPage.organisation, organisation),
    eq(concernPage.month, month),
    eq(concernPage.page, page),
  )
  return issuer.transaction(async (tx) => {
    const [held] = await tx
      .select({ entries: concernPage.entries })
      .from(concernPage)
      .where(thisPage)
      .for('update')
    if (!held) throw new Error('a month of concerns lacks a page')
    const entries = entriesOf(held.entries)
    const known = entries.find((one) => one.subarray(0, markBytes).equals(entry.mark))
    if (known) return timingSafeEqual(known.subarray(markBytes), entry.tag)
    const all = [...entries, Buffer.concat([entry.mark, entry.tag])].sort(Buffer.compare)
    await tx
      .update(concernPage)
      .set({ entries: Buffer.concat(all) })
      .where(thisPage)
    return true
  })
}

/** Whether whoever has this mark collected the tickets of a month. */
export async function hasTickets(
  issuer: Issuer,
  { organisation, month }: MonthKey,
  page: number,
  mark: Buffer,
): Promise<boolean> {
  const [held] = await issuer
    .select({ entries: concernPage.entries })
    .from(concernPage)
    .where(
      and(
        eq(concernPage.organisation, organisation),
        eq(concernPage.month, month),
        eq(concernPage.page, page),
      ),
    )
  return held !== undefined && entriesOf(held.entries).some((one) => one.subarray(0, markBytes).equals(mark))
}

function entriesOf(bytes: Buffer): Buffer[] {
  return Array.from({ length: bytes.length / entryBytes }, (_, at) =>
    bytes.subarray(at * entryBytes, (at + 1) * entryBytes),
  )
}
