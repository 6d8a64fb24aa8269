import { present } from '@chorus/basics/assert'
import { and, eq, inArray, isNull, lte } from 'drizzle-orm'
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
  const [setting] = await tx
    .select({ days: organisation.eraseAfterDays })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  const { days } = present(setting, 'the organisation that people leave')
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

/** @param date ISO date (UTC) */
function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMilliseconds).toISOString().slice(0, date.length)
}
