import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person } from '../schema/organisation.ts'
import { type NotedChange, scimDay, scimMoved, type UnitBefore } from '../schema/scim.ts'

export type { NotedChange }

type Transaction = Pick<Office, 'select' | 'insert' | 'update' | 'delete'>

/** A day on which an identity provider changed something, as it found the units. */
export type ScimDay = {
  /** ISO date (UTC). */
  readonly day: string
  readonly units: readonly UnitBefore[]
  readonly told: boolean
  readonly notes: readonly NotedChange[]
}

/** What was told of this day does not say all any more. @returns false: nothing was changed on this day yet */
export async function goOnWithScimDay(tx: Transaction, organisation: string, day: string): Promise<boolean> {
  const { rowCount } = await tx
    .update(scimDay)
    .set({ told: false })
    .where(and(eq(scimDay.organisation, organisation), eq(scimDay.day, day)))
  return rowCount === 1
}

export async function startScimDay(
  tx: Transaction,
  organisation: string,
  day: string,
  units: readonly UnitBefore[],
): Promise<void> {
  await tx.insert(scimDay).values({ organisation, day, units })
}

/** The day of the last changes, which nobody else tells meanwhile. */
export async function holdScimDay(tx: Transaction, organisation: string): Promise<ScimDay | null> {
  const [row] = await tx
    .select({ day: scimDay.day, units: scimDay.units, told: scimDay.told, notes: scimDay.notes })
    .from(scimDay)
    .where(eq(scimDay.organisation, organisation))
    .for('update')
  return row ?? null
}

export async function markScimDayTold(
  tx: Transaction,
  organisation: string,
  notes: readonly NotedChange[],
): Promise<void> {
  await tx.update(scimDay).set({ told: true, notes }).where(eq(scimDay.organisation, organisation))
}

export async function forgetScimDay(tx: Transaction, organisation: string): Promise<void> {
  await tx.delete(scimMoved).where(eq(scimMoved.organisation, organisation))
  await tx.delete(scimDay).where(eq(scimDay.organisation, organisation))
}

/** How many people who belong here now are in which unit, by the one in which the day found them. */
export async function countScimMoves(
  tx: Transaction,
  organisation: string,
): Promise<{ from: string; to: string; people: number }[]> {
  const from = sql<string>`coalesce(${scimMoved.unit}, ${person.unit})`
  return tx
    .select({ from, to: person.unit, people: sql<number>`count(*)::int` })
    .from(person)
    .leftJoin(
      scimMoved,
      and(eq(scimMoved.organisation, person.organisation), eq(scimMoved.person, person.id)),
    )
    .where(and(eq(person.organisation, organisation), isNull(person.eraseOn)))
    .groupBy(from, person.unit)
}
