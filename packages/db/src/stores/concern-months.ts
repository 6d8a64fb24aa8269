import { and, eq, lt, notExists, sql } from 'drizzle-orm'
import type { Issuer, Office, Urn } from '../database.ts'
import { concern, concernMonth, concernPage } from '../schema/concerns.ts'
import { person } from '../schema/organisation.ts'

export type ConcernMonthRow = typeof concernMonth.$inferSelect

/** How many people share a page: few enough for a row to stay small, many enough for none to be about a person. */
const peopleAPage = 64

/** @param month "2026-03" */
export async function findConcernMonth(
  connection: Pick<Office | Issuer | Urn, 'select'>,
  organisation: string,
  month: string,
): Promise<ConcernMonthRow | null> {
  const [row] = await connection
    .select()
    .from(concernMonth)
    .where(and(eq(concernMonth.organisation, organisation), eq(concernMonth.month, month)))
  return row ?? null
}

export async function findConcernMonthById(
  connection: Pick<Office | Urn, 'select'>,
  organisation: string,
  id: string,
): Promise<ConcernMonthRow | null> {
  const [row] = await connection
    .select()
    .from(concernMonth)
    .where(and(eq(concernMonth.organisation, organisation), eq(concernMonth.id, id)))
  return row ?? null
}

/** Begins a month with all of its pages. @returns false where another process has begun it already */
export async function beginConcernMonth(office: Office, row: ConcernMonthRow): Promise<boolean> {
  const { organisation, id: month } = row
  return office.transaction(async (tx) => {
    const { rowCount } = await tx.insert(concernMonth).values(row).onConflictDoNothing()
    if (rowCount === 0) return false
    const people = await tx.$count(person, eq(person.organisation, organisation))
    const pages = Math.max(1, Math.ceil(people / peopleAPage))
    await tx
      .insert(concernPage)
      .values(
        Array.from({ length: pages }, (_, page) => ({ organisation, month, page, entries: Buffer.alloc(0) })),
      )
    return true
  })
}

/** Ends the months before this one of which no concern is left. @returns their ids */
export async function endConcernMonths(
  office: Office,
  organisation: string,
  current: string,
): Promise<string[]> {
  const left = office
    .select({ one: sql`1` })
    .from(concern)
    .where(and(eq(concern.organisation, concernMonth.organisation), eq(concern.month, concernMonth.id)))
  const ended = await office
    .delete(concernMonth)
    .where(and(eq(concernMonth.organisation, organisation), lt(concernMonth.month, current), notExists(left)))
    .returning({ id: concernMonth.id })
  return ended.map(({ id }) => id)
}
