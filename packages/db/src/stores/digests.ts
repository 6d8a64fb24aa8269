import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { digestMailing } from '../schema/commons.ts'
import { lesson, notification } from '../schema/community.ts'
import { outgoingMail } from '../schema/mail.ts'
import { person } from '../schema/organisation.ts'
import { oneAtATime, randomMoment, type Spread } from './mailings.ts'

/** What a digest tells of: from `since` on, and before `until`. */
export type DigestTime = { readonly since: Date; readonly until: Date }

const weekMilliseconds = 7 * 86_400_000

/**
 * Writes one mail for everybody, once for each `until`: who wants a digest, and what is in it, is found out when it is sent. Where nothing was
 * written since the last one, no mail is.
 * @returns to how many people; null when it was ordered before
 */
export async function orderDigests(
  office: Office,
  organisation: string,
  until: Date,
  spread: Spread,
): Promise<{ people: number } | null> {
  return office.transaction(async (tx) => {
    await oneAtATime(tx, organisation)
    const last = await lastDigest(tx, organisation)
    if (last !== null && last.until >= until) return null
    const since = last?.until ?? new Date(until.getTime() - weekMilliseconds)
    await tx.insert(digestMailing).values({ organisation, since, until })
    // What was not sent in a week would tell of the newest one twice.
    await tx
      .delete(outgoingMail)
      .where(and(eq(outgoingMail.organisation, organisation), eq(outgoingMail.kind, 'digest')))
    for (const table of [lesson, notification]) {
      const written = await tx
        .select({ id: table.id })
        .from(table)
        .where(and(eq(table.organisation, organisation), gte(table.at, since), lt(table.at, until)))
        .limit(1)
      if (written.length === 0) continue
      const { rowCount } = await tx.execute(sql`
        INSERT INTO ${outgoingMail} (organisation, kind, person, send_at)
        SELECT ${person.organisation}, 'digest', ${person.id}, ${randomMoment(spread)}
        FROM ${person} WHERE ${person.organisation} = ${organisation} AND ${person.eraseOn} IS NULL`)
      return { people: rowCount ?? 0 }
    }
    return { people: 0 }
  })
}

/** What the newest digests tell of; null before the first. */
export async function lastDigest(
  office: Pick<Office, 'select'>,
  organisation: string,
): Promise<DigestTime | null> {
  const [row] = await office
    .select({ since: digestMailing.since, until: digestMailing.until })
    .from(digestMailing)
    .where(eq(digestMailing.organisation, organisation))
    .orderBy(desc(digestMailing.until))
    .limit(1)
  return row ?? null
}
