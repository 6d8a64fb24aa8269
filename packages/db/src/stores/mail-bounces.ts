import { type BounceKind, mostSoftDays } from '@chorus/contracts/bounces'
import { type SQL, sql } from 'drizzle-orm'
import type { Mailer } from '../database.ts'
import { lastGroup, wave } from '../schema/collect.ts'
import { mailBounce, mailing, refusedInvitation } from '../schema/mail.ts'
import { person } from '../schema/organisation.ts'

export type Bounce = { readonly address: string; readonly kind: BounceKind }

/** Of a row of `mail_bounce`: mails are not sent there any more. */
export const takesNone: SQL = sql`(${mailBounce.kind} = 'hard' OR ${mailBounce.days} >= ${sql.raw(String(mostSoftDays))})`

/**
 * Notes which addresses of an organisation's people mails came back from, and shows HR the invitations that went there. From the first
 * reminder of a wave until a day after its close nothing is noted: what comes back then could be a reminder, and would tell who got one.
 * @returns whether it was a time to note anything; nothing tells whose address is known
 */
export async function noteBounces(
  mailer: Mailer,
  organisation: string,
  bounces: readonly Bounce[],
  now: Date,
): Promise<boolean> {
  return mailer.transaction(async (tx) => {
    if (await remindersAreUnderWay(tx, organisation, now)) return false
    await tx.execute(sql`
      DELETE FROM ${mailBounce} USING ${person}
      WHERE ${mailBounce.organisation} = ${organisation} AND ${person.organisation} = ${organisation}
        AND ${person.id} = ${mailBounce.person} AND ${person.email} <> ${mailBounce.address}`)
    const worst = new Map<string, BounceKind>()
    for (const { address, kind } of bounces) {
      const known = address.toLowerCase()
      if (worst.get(known) !== 'hard') worst.set(known, kind)
    }
    await tx.execute(sql`
      INSERT INTO ${mailBounce} (organisation, person, address, kind, day, days)
      SELECT ${person.organisation}, ${person.id}, ${person.email}, came.kind, ${now.toISOString().slice(0, 10)}::date, 1
      FROM unnest(${sql.param([...worst.keys()])}::text[], ${sql.param([...worst.values()])}::text[]) AS came (address, kind)
      JOIN ${person} ON ${person.organisation} = ${organisation} AND ${person.email} = came.address
      ON CONFLICT (organisation, person) DO UPDATE SET
        kind = CASE WHEN ${mailBounce.kind} = 'hard' THEN 'hard' ELSE excluded.kind END,
        days = CASE WHEN ${mailBounce.days} >= ${mostSoftDays} OR ${mailBounce.day} >= excluded.day THEN ${mailBounce.days}
                    WHEN ${mailBounce.day} = excluded.day - 1 THEN ${mailBounce.days} + 1
                    ELSE 1 END,
        day = greatest(${mailBounce.day}, excluded.day)`)
    await tx.execute(sql`
      INSERT INTO ${refusedInvitation} (organisation, wave, person, reason)
      SELECT ${wave.organisation}, ${wave.id}, ${lastGroup.person}, 'returned'
      FROM ${mailBounce}
      JOIN ${lastGroup} ON ${lastGroup.organisation} = ${organisation} AND ${lastGroup.person} = ${mailBounce.person}
      JOIN ${wave} ON ${wave.organisation} = ${organisation} AND ${wave.id} = ${lastGroup.wave} AND ${wave.stage} = 'open'
      WHERE ${mailBounce.organisation} = ${organisation} AND ${takesNone}
        AND ${mailBounce.address} = ANY(${sql.param([...worst.keys()])}::text[])
        AND EXISTS (SELECT FROM ${mailing} WHERE ${mailing.organisation} = ${organisation}
                    AND ${mailing.wave} = ${wave.id} AND ${mailing.kind} = 'invitation')
      ON CONFLICT DO NOTHING`)
    return true
  })
}

async function remindersAreUnderWay(
  tx: Pick<Mailer, 'execute'>,
  organisation: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    SELECT FROM ${mailing}
    JOIN ${wave} ON ${wave.organisation} = ${mailing.organisation} AND ${wave.id} = ${mailing.wave}
    WHERE ${mailing.organisation} = ${organisation} AND ${mailing.kind} = 'reminder'
      AND (${wave.stage} = 'open' OR ${wave.closesAt} + interval '1 day' > ${now.toISOString()}::timestamptz)
    LIMIT 1`)
  return rowCount === 1
}
