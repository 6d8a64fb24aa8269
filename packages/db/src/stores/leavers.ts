import { present } from '@chorus/basics/assert'
import { and, count, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { personalToken, signInLink } from '../schema/access.ts'
import { refusedInvitation } from '../schema/mail.ts'
import { organisation, person, unitLead } from '../schema/organisation.ts'
import { forgetLeavers } from './session-pages.ts'

type Transaction = Pick<Office, 'select' | 'insert' | 'update' | 'delete' | 'execute'>

const batchSize = 4000
const dayMilliseconds = 86_400_000

/**
 * People leave: their links, tokens and sessions end, they lead nothing any more, and their rows wait for the day on which they are erased.
 * Runs in a transaction of the caller, as its last step: whoever signs in waits for the pages that this changes. People who have left
 * before keep their day.
 * @param today ISO date (UTC)
 */
export async function letLeave(
  tx: Transaction,
  organisationId: string,
  people: readonly string[],
  today: string,
): Promise<void> {
  const days = await daysUntilErased(tx, organisationId)
  for (let start = 0; start < people.length; start += batchSize) {
    const some = people.slice(start, start + batchSize)
    for (const table of [signInLink, personalToken, refusedInvitation, unitLead])
      await tx.delete(table).where(and(eq(table.organisation, organisationId), inArray(table.person, some)))
    const these = and(
      eq(person.organisation, organisationId),
      inArray(person.id, some),
      isNull(person.eraseOn),
    )
    if (days === 0) await tx.delete(person).where(these)
    else
      await tx
        .update(person)
        .set({ eraseOn: dayAfter(today, days) })
        .where(these)
  }
  await forgetLeavers(tx, organisationId)
}

/**
 * Erases whoever left long enough ago; to be called once a day. A second call on the same day finds nobody.
 * @param today ISO date (UTC)
 * @returns how many
 */
export async function eraseLeavers(office: Office, organisationId: string, today: string): Promise<number> {
  const { rowCount } = await office
    .delete(person)
    .where(and(eq(person.organisation, organisationId), lte(person.eraseOn, today)))
  return rowCount ?? 0
}

/** Days from leaving until a person is erased, and how many wait for their day. */
export async function readErasing(
  office: Office,
  organisationId: string,
): Promise<{ days: number; waiting: number }> {
  const days = await daysUntilErased(office, organisationId)
  const [left] = await office
    .select({ people: count() })
    .from(person)
    .where(and(eq(person.organisation, organisationId), isNotNull(person.eraseOn)))
  return { days, waiting: left?.people ?? 0 }
}

/** People who have left before keep their day. @returns the days that held until now */
export async function setErasing(office: Office, organisationId: string, days: number): Promise<number> {
  return office.transaction(async (tx) => {
    const before = await daysUntilErased(tx, organisationId)
    await tx.update(organisation).set({ eraseAfterDays: days }).where(eq(organisation.id, organisationId))
    return before
  })
}

async function daysUntilErased(office: Pick<Office, 'select'>, organisationId: string): Promise<number> {
  const [setting] = await office
    .select({ days: organisation.eraseAfterDays })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  return present(setting, 'the organisation that people leave').days
}

/** @param date ISO date (UTC) */
function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMilliseconds).toISOString().slice(0, date.length)
}
