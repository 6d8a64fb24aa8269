import { and, asc, count, eq, isNull, lte, or, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { signInLink } from '../schema/access.ts'
import { mailing, outgoingMail, refusedInvitation } from '../schema/mail.ts'
import { person } from '../schema/organisation.ts'

export type MailKind = (typeof mailing.$inferSelect)['kind']
type WaveKey = { readonly organisation: string; readonly wave: string }

/** Where the mails of a wave stand, in counts; addresses only of refused invitations. Nothing in here depends on who wants reminders. */
export type MailState = {
  readonly mailings: readonly { kind: MailKind; round: number; people: number }[]
  /** Mails that are not sent yet. */
  readonly left: Readonly<Record<MailKind, number>>
  readonly refused: readonly { name: string; email: string; reason: 'address' | 'mail' }[]
}

export async function readMailState(office: Pick<Office, 'select'>, key: WaveKey): Promise<MailState> {
  const mailings = await office
    .select({ kind: mailing.kind, round: mailing.round, people: mailing.people })
    .from(mailing)
    .where(and(eq(mailing.organisation, key.organisation), eq(mailing.wave, key.wave)))
    .orderBy(asc(mailing.kind), asc(mailing.round))
  const left = await office
    .select({ kind: outgoingMail.kind, mails: count(outgoingMail.wave) })
    .from(outgoingMail)
    .where(mailsOf(key))
    .groupBy(outgoingMail.kind)
  const refused = await office
    .select({ name: person.name, email: person.email, reason: refusedInvitation.reason })
    .from(refusedInvitation)
    .innerJoin(
      person,
      and(
        eq(person.organisation, refusedInvitation.organisation),
        eq(person.id, refusedInvitation.person),
        isNull(person.eraseOn),
      ),
    )
    .where(refusedOf(key))
    .orderBy(asc(person.name), asc(person.email))
  const leftOf = (kind: MailKind) => left.find((one) => one.kind === kind)?.mails ?? 0
  return { mailings, left: { invitation: leftOf('invitation'), reminder: leftOf('reminder') }, refused }
}

/**
 * Writes one mail for each person, and that it was ordered. Orders of one wave wait for each other.
 * @param mayOrder is asked for the round with the state that nobody can change meanwhile; null orders nothing
 * @returns to how many people, or null when nothing was ordered
 */
export async function orderMails<Refused>(
  office: Office,
  key: WaveKey,
  order: { readonly kind: MailKind; readonly people: readonly string[] },
  mayOrder: (state: MailState) => { round: number } | { refused: Refused },
): Promise<{ people: number } | { refused: Refused }> {
  return office.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`mail ${key.wave}`}, 0))`)
    const decided = mayOrder(await readMailState(tx, key))
    if ('refused' in decided) return decided
    const people = await addMails(tx, key, order.kind, order.people)
    await tx.insert(mailing).values({ ...key, kind: order.kind, round: decided.round, people })
    return { people }
  })
}

/** Orders the refused invitations of a wave once more. @returns how many */
export async function orderRefusedAgain(office: Office, key: WaveKey): Promise<number> {
  return office.transaction(async (tx) => {
    const rows = await tx
      .delete(refusedInvitation)
      .where(refusedOf(key))
      .returning({ person: refusedInvitation.person })
    const people = rows.map((row) => row.person)
    return addMails(tx, key, 'invitation', people)
  })
}

/** Whoever left the organisation since the wave opened gets no mail. */
async function addMails(
  tx: Pick<Office, 'execute'>,
  key: WaveKey,
  kind: MailKind,
  people: readonly string[],
): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    INSERT INTO ${outgoingMail} (organisation, wave, kind, person)
    SELECT ${person.organisation}, ${key.wave}, ${kind}, ${person.id} FROM ${person}
    WHERE ${person.organisation} = ${key.organisation} AND ${person.id} = ANY(${sql.param(people)}::uuid[])
      AND ${person.eraseOn} IS NULL
    ON CONFLICT DO NOTHING`)
  return rowCount ?? 0
}

/**
 * Whatever mails have left of a wave that is closed: those that were not sent, refusals, and links that nobody opened; and all links that have
 * expired, for the end of one that somebody asked for tells to the quarter of an hour when that was.
 */
export async function forgetMailsOfWave(office: Office, key: WaveKey, now: Date): Promise<void> {
  await office.delete(outgoingMail).where(mailsOf(key))
  await office.delete(refusedInvitation).where(refusedOf(key))
  await office
    .delete(signInLink)
    .where(
      and(
        eq(signInLink.organisation, key.organisation),
        or(eq(signInLink.wave, key.wave), lte(signInLink.expiresAt, now)),
      ),
    )
}

/** The values that the organisation's people have in each cut, by cut: what a poster may be made for. */
export async function listCutValues(
  office: Office,
  organisation: string,
): Promise<{ cut: string; values: string[] }[]> {
  const { rows } = await office.execute<{ cut: string; values: string[] }>(sql`
    SELECT key AS cut, array_agg(DISTINCT value ORDER BY value) AS values
    FROM ${person}, jsonb_each_text(${person.cuts})
    WHERE ${person.organisation} = ${organisation} AND ${person.eraseOn} IS NULL AND value <> ''
    GROUP BY key ORDER BY key`)
  return rows
}

function mailsOf(key: WaveKey) {
  return and(eq(outgoingMail.organisation, key.organisation), eq(outgoingMail.wave, key.wave))
}

function refusedOf(key: WaveKey) {
  return and(eq(refusedInvitation.organisation, key.organisation), eq(refusedInvitation.wave, key.wave))
}
