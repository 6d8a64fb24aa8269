import { and, asc, count, eq, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Issuer, Office } from '../database.ts'
import { signInLink } from '../schema/access.ts'
import { lastGroup, roster } from '../schema/collect.ts'
import { mailing, outgoingMail, refusedInvitation } from '../schema/mail.ts'
import { person } from '../schema/organisation.ts'

export type MailKind = (typeof mailing.$inferSelect)['kind']
type WaveKey = { readonly organisation: string; readonly wave: string }
type Reading = Pick<Office | Issuer, 'select'>

/** How far the mails of a wave are, in counts. Nothing in here depends on who wants reminders, or who has answered. */
export type MailRounds = {
  readonly mailings: readonly { kind: MailKind; round: number; people: number; dropped: number }[]
  /** Mails that are not sent yet. */
  readonly left: Readonly<Record<MailKind, number>>
}

/** The same, with the addresses of refused invitations. */
export type MailState = MailRounds & {
  readonly refused: readonly { name: string; email: string; reason: 'address' | 'mail' | 'returned' }[]
}

/** When mails leave: each at a random moment of its own, within so many seconds from `from` on. */
export type Spread = { readonly from: Date; readonly seconds: number }

export async function readMailState(office: Pick<Office, 'select'>, key: WaveKey): Promise<MailState> {
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
  return { ...(await readRounds(office, key)), refused }
}

async function readRounds(connection: Reading, key: WaveKey): Promise<MailRounds> {
  const mailings = await connection
    .select({
      kind: mailing.kind,
      round: mailing.round,
      people: mailing.people,
      dropped: mailing.dropped,
    })
    .from(mailing)
    .where(and(eq(mailing.organisation, key.organisation), eq(mailing.wave, key.wave)))
    .orderBy(asc(mailing.kind), asc(mailing.round))
  const left = await connection
    .select({ kind: outgoingMail.kind, mails: count(outgoingMail.wave) })
    .from(outgoingMail)
    .where(mailsOf(key))
    .groupBy(outgoingMail.kind)
  const leftOf = (kind: MailKind) => left.find((one) => one.kind === kind)?.mails ?? 0
  return {
    mailings,
    left: {
      invitation: leftOf('invitation'),
      reminder: leftOf('reminder'),
      results: leftOf('results'),
    },
  }
}

/**
 * Writes one mail for everybody on the roster of a wave, and that it was ordered, without any of them passing through here. Orders of
 * one wave wait for each other. Whoever left the organisation since the wave opened gets no mail.
 * @param mayOrder is asked for the round with the state that nobody can change meanwhile
 * @returns to how many people, or what `mayOrder` refused
 */
export async function orderForRoster<Refused>(
  issuer: Issuer,
  key: WaveKey,
  order: { readonly kind: 'invitation' | 'reminder'; readonly spread: Spread },
  mayOrder: MayOrder<Refused>,
): Promise<{ people: number } | { refused: Refused }> {
  const invited = sql`SELECT DISTINCT ${roster.person} FROM ${roster}
    WHERE ${roster.organisation} = ${key.organisation} AND ${roster.wave} = ${key.wave}`
  return issuer.transaction((tx) => orderFor(tx, key, order, invited, mayOrder))
}

/**
 * The same for everybody who was invited to a wave whose roster is gone: by the groups of the programme's newest wave.
 * @param mayOrder as above
 */
export async function orderForLastGroups<Refused>(
  office: Office,
  key: WaveKey,
  order: { readonly kind: 'results'; readonly spread: Spread },
  mayOrder: MayOrder<Refused>,
): Promise<{ people: number } | { refused: Refused }> {
  const invited = sql`SELECT ${lastGroup.person} FROM ${lastGroup}
    WHERE ${lastGroup.organisation} = ${key.organisation} AND ${lastGroup.wave} = ${key.wave}`
  return office.transaction((tx) => orderFor(tx, key, order, invited, mayOrder))
}

type MayOrder<Refused> = (rounds: MailRounds) => { round: number } | { refused: Refused }

/** @param invited a query for ids of people */
async function orderFor<Refused>(
  tx: Pick<Office | Issuer, 'select' | 'insert' | 'execute'>,
  key: WaveKey,
  { kind, spread }: { readonly kind: MailKind; readonly spread: Spread },
  invited: SQL,
  mayOrder: MayOrder<Refused>,
): Promise<{ people: number } | { refused: Refused }> {
  await oneAtATime(tx, key.wave)
  const decided = mayOrder(await readRounds(tx, key))
  if ('refused' in decided) return decided
  const { rowCount } = await tx.execute(sql`
    INSERT INTO ${outgoingMail} (organisation, wave, kind, person, send_at)
    SELECT ${key.organisation}, ${key.wave}, ${kind}, invited.person, ${randomMoment(spread)}
    FROM (${invited}) AS invited
    WHERE EXISTS (SELECT FROM ${person}
                  WHERE ${person.organisation} = ${key.organisation} AND ${person.id} = invited.person
                    AND ${person.eraseOn} IS NULL)
    ON CONFLICT DO NOTHING`)
  const people = rowCount ?? 0
  await tx.insert(mailing).values({ ...key, kind, round: decided.round, people })
  return { people }
}

/** Orders the refused invitations of a wave once more. @returns how many */
export async function orderRefusedAgain(office: Office, key: WaveKey, spread: Spread): Promise<number> {
  return office.transaction(async (tx) => {
    const rows = await tx
      .delete(refusedInvitation)
      .where(refusedOf(key))
      .returning({ person: refusedInvitation.person })
    const people = rows.map((row) => row.person)
    const { rowCount } = await tx.execute(sql`
      INSERT INTO ${outgoingMail} (organisation, wave, kind, person, send_at)
      SELECT ${person.organisation}, ${key.wave}, 'invitation', ${person.id}, ${randomMoment(spread)} FROM ${person}
      WHERE ${person.organisation} = ${key.organisation} AND ${person.id} = ANY(${sql.param(people)}::uuid[])
        AND ${person.eraseOn} IS NULL
      ON CONFLICT DO NOTHING`)
    return rowCount ?? 0
  })
}

/** Orders of mails of one wave, or of one organisation's actions, wait for each other. @param of its id */
export async function oneAtATime(tx: Pick<Office | Issuer, 'execute'>, of: string): Promise<void> {
  // Else the checks of foreign keys are planned anew for each of 100,000 rows.
  await tx.execute(sql`SET LOCAL plan_cache_mode = auto`)
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`mail ${of}`}, 0))`)
}

/**
 * Drawn anew for each row from 32 random bits of an id, which come from the generator that keys come from: `random()` could be
 * computed from a few of its values.
 */
export function randomMoment({ from, seconds }: Spread): SQL {
  const share = sql`('x' || left(gen_random_uuid()::text, 8))::bit(32)::bigint / 4294967296.0`
  return sql`${from.toISOString()}::timestamptz + ${seconds}::float8 * (${share}) * interval '1 second'`
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
