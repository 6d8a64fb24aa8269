import { present } from '@chorus/basics/assert'
import { type QuietHours, usualMailSettings } from '@chorus/contracts/quiet-hours'
import { and, asc, eq, getTableColumns, lte, sql } from 'drizzle-orm'
import type { Mailer } from '../database.ts'
import { wave } from '../schema/collect.ts'
import {
  mailBounce,
  mailing,
  mailSettings,
  outgoingMail,
  ownQuietHours,
  refusedInvitation,
} from '../schema/mail.ts'
import { organisation, person } from '../schema/organisation.ts'
import { takesNone } from './mail-bounces.ts'

/** One mail that waits, and all that its words need. */
export type WaitingMail = WaveMail | ActionsMail | ConcernsMail | DigestMail

type AnyMail = {
  readonly organisation: string
  readonly id: string
  readonly person: string
  readonly attempts: number
  readonly organisationName: string
  readonly email: string
  readonly language: string
  /** Of the person, else of the organisation. */
  readonly zone: string
  readonly quiet: QuietHours
  /** Mails to this address come back: none is sent there. */
  readonly returned: boolean
  /** Over how many minutes mails are spread. */
  readonly spreadMinutes: number
}

export type WaveMail = AnyMail & {
  readonly kind: 'invitation' | 'reminder' | 'results'
  readonly wave: string
  readonly label: string
  readonly closesAt: Date
  readonly stage: 'open' | 'sealed' | 'published'
  readonly fingerprint: string
}

/** That actions of the person's units were added or moved on. */
export type ActionsMail = AnyMail & { readonly kind: 'actions' }

/** That concerns wait for a trusted person. */
export type ConcernsMail = AnyMail & { readonly kind: 'concerns' }
/** What is new in the learning loop: found when it is sent. */
export type DigestMail = AnyMail & { readonly kind: 'digest' }

/**
 * `done`: sent, or nothing to send any more. `later`: put off. `untouched`: not tried, for no fault of its own. `dropped`: quiet hours last
 * until the close. `from`: not before that moment. `refused`: never again, unless somebody orders it.
 */
export type Outcome =
  | 'done'
  | 'later'
  | 'untouched'
  | 'dropped'
  | { readonly from: Date }
  | { readonly refused: 'address' | 'mail' | 'returned' }

/** Where a mail stands among those that wait: its moment, to the microsecond (UTC), and its id. As texts they stand in the same order. */
export type MailPlace = { readonly at: string; readonly id: string }

/**
 * Takes the next mail whose moment has come, holds it while `send` works, and keeps what became of it. Several processes may
 * do so at once. A crash before the commit leaves the mail waiting: it may come twice, and is never lost.
 * @param due whose mails, until which moment, and behind which place: what was put off a moment ago stands before it
 * @param send is told the mail's place before anything else happens
 * @returns the mail and its outcome, or null when none is left
 */
export async function takeMail(
  mailer: Mailer,
  due: { readonly organisation: string; readonly now: Date; readonly after: MailPlace | null },
  send: (mail: WaitingMail, place: MailPlace) => Promise<Outcome>,
): Promise<{ mail: WaitingMail; outcome: Outcome } | null> {
  return mailer.transaction(async (tx) => {
    // First the row alone, along its key, then what its words need: joined at once, all that wait would be sorted for each mail.
    const [next] = await tx
      .select({
        ...getTableColumns(outgoingMail),
        at: sql<string>`(${outgoingMail.sendAt} AT TIME ZONE 'UTC')::text || '+00'`,
      })
      .from(outgoingMail)
      .where(
        and(
          eq(outgoingMail.organisation, due.organisation),
          lte(outgoingMail.sendAt, due.now),
          due.after === null
            ? undefined
            : sql`(${outgoingMail.sendAt}, ${outgoingMail.id}) > (${due.after.at}::timestamptz, ${due.after.id}::uuid)`,
        ),
      )
      .orderBy(asc(outgoingMail.sendAt), asc(outgoingMail.id))
      .limit(1)
      .for('update', { skipLocked: true })
    if (!next) return null
    const [words] = await tx
      .select({
        organisationName: organisation.name,
        email: person.email,
        language: person.language,
        eraseOn: person.eraseOn,
        ofWave: {
          wave: wave.id,
          label: wave.label,
          closesAt: wave.closesAt,
          stage: wave.stage,
          fingerprint: wave.fingerprint,
        },
        returned: sql<boolean>`coalesce(${takesNone}, false)`,
        zone: person.zone,
        // Drizzle takes a joined object for absent when its first column is null: one that never is comes first.
        own: { person: ownQuietHours.person, zone: ownQuietHours.zone, quiet: ownQuietHours.quiet },
        usual: {
          zone: mailSettings.zone,
          quiet: mailSettings.quiet,
          spreadMinutes: mailSettings.spreadMinutes,
        },
      })
      .from(organisation)
      .innerJoin(person, and(eq(person.organisation, organisation.id), eq(person.id, next.person)))
      .leftJoin(wave, and(eq(wave.organisation, organisation.id), sql`${wave.id} = ${next.wave}`))
      .leftJoin(
        ownQuietHours,
        and(eq(ownQuietHours.organisation, organisation.id), eq(ownQuietHours.person, next.person)),
      )
      .leftJoin(
        mailBounce,
        and(
          eq(mailBounce.organisation, organisation.id),
          eq(mailBounce.person, person.id),
          eq(mailBounce.address, person.email),
        ),
      )
      .leftJoin(mailSettings, eq(mailSettings.organisation, organisation.id))
      .where(eq(organisation.id, next.organisation))
    const { own, usual, zone, ofWave, eraseOn, ...made } = present(words, 'what a mail that waits is made of')
    const settings = usual ?? usualMailSettings
    const { kind, wave: _, at, ...waiting } = next
    const common = {
      ...waiting,
      ...made,
      zone: own?.zone ?? zone ?? settings.zone,
      quiet: own?.quiet ?? settings.quiet,
      spreadMinutes: settings.spreadMinutes,
    }
    const row: WaitingMail =
      kind === 'actions' || kind === 'concerns' || kind === 'digest'
        ? { ...common, kind }
        : { ...common, kind, ...present(ofWave, 'the wave of a mail') }
    // Whoever left since the mail was ordered gets none.
    const outcome = eraseOn === null ? await send(row, { at, id: row.id }) : 'done'
    const thisOne = and(eq(outgoingMail.organisation, row.organisation), eq(outgoingMail.id, row.id))
    if (outcome === 'untouched') return { mail: row, outcome }
    if (outcome === 'later') {
      await tx
        .update(outgoingMail)
        .set({ attempts: row.attempts + 1 })
        .where(thisOne)
      return { mail: row, outcome }
    }
    if (typeof outcome === 'object' && 'from' in outcome) {
      await tx.update(outgoingMail).set({ sendAt: outcome.from }).where(thisOne)
      return { mail: row, outcome }
    }
    await tx.delete(outgoingMail).where(thisOne)
    if (outcome === 'dropped' && 'wave' in row) await countDropped(tx, row)
    if (typeof outcome === 'object' && row.kind === 'invitation') {
      const { organisation, wave, person } = row
      await tx
        .insert(refusedInvitation)
        .values({ organisation, wave, person, reason: outcome.refused })
        .onConflictDoNothing()
    }
    return { mail: row, outcome }
  })
}

/** In the round that is under way: one is over before the next begins. */
async function countDropped(
  tx: Pick<Mailer, 'update'>,
  { organisation, wave, kind }: Pick<WaveMail, 'organisation' | 'wave' | 'kind'>,
): Promise<void> {
  const ofKind = and(eq(mailing.organisation, organisation), eq(mailing.wave, wave), eq(mailing.kind, kind))
  await tx
    .update(mailing)
    .set({ dropped: sql`${mailing.dropped} + 1` })
    .where(and(ofKind, eq(mailing.round, sql`(SELECT max(round) FROM ${mailing} WHERE ${ofKind})`)))
}
