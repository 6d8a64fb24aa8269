import { present } from '@chorus/basics/assert'
import { and, asc, eq, notInArray } from 'drizzle-orm'
import type { Mailer } from '../database.ts'
import { wave } from '../schema/collect.ts'
import { outgoingMail, refusedInvitation } from '../schema/mail.ts'
import { organisation, person } from '../schema/organisation.ts'

/** One mail that waits, and all that its words need. */
export type WaitingMail = {
  readonly organisation: string
  readonly id: string
  readonly wave: string
  readonly kind: 'invitation' | 'reminder'
  readonly person: string
  readonly attempts: number
  readonly organisationName: string
  readonly email: string
  readonly language: string
  readonly label: string
  readonly closesAt: Date
  readonly stage: 'open' | 'sealed' | 'published'
  readonly fingerprint: string
}

/**
 * `done`: sent, or nothing to send any more. `later`: put off. `untouched`: not tried, for no fault of its own. `refused`: never again, unless
 * somebody orders it.
 */
export type Outcome = 'done' | 'later' | 'untouched' | { readonly refused: 'address' | 'mail' }

/**
 * Takes the next mail in the order of random ids, holds it while `send` works, and keeps what became of it. Several processes may
 * do so at once. A crash before the commit leaves the mail waiting: it may come twice, and is never lost.
 * @param organisationId whose mails
 * @param skip ids that were tried a moment ago
 * @returns the mail and its outcome, or null when none is left
 */
export async function takeMail(
  mailer: Mailer,
  organisationId: string,
  skip: readonly string[],
  send: (mail: WaitingMail) => Promise<Outcome>,
): Promise<{ mail: WaitingMail; outcome: Outcome } | null> {
  return mailer.transaction(async (tx) => {
    // First the row alone, along its key, then what its words need: joined at once, all that wait would be sorted for each mail.
    const [next] = await tx
      .select()
      .from(outgoingMail)
      .where(
        and(
          eq(outgoingMail.organisation, organisationId),
          skip.length > 0 ? notInArray(outgoingMail.id, [...skip]) : undefined,
        ),
      )
      .orderBy(asc(outgoingMail.id))
      .limit(1)
      .for('update', { skipLocked: true })
    if (!next) return null
    const [words] = await tx
      .select({
        organisationName: organisation.name,
        email: person.email,
        language: person.language,
        eraseOn: person.eraseOn,
        label: wave.label,
        closesAt: wave.closesAt,
        stage: wave.stage,
        fingerprint: wave.fingerprint,
      })
      .from(organisation)
      .innerJoin(person, and(eq(person.organisation, organisation.id), eq(person.id, next.person)))
      .innerJoin(wave, and(eq(wave.organisation, organisation.id), eq(wave.id, next.wave)))
      .where(eq(organisation.id, next.organisation))
    const { eraseOn, ...made } = present(words, 'what a mail that waits is made of')
    const row = { ...next, ...made }
    // Whoever left since the mail was ordered gets none.
    const outcome = eraseOn === null ? await send(row) : 'done'
    const thisOne = and(eq(outgoingMail.organisation, row.organisation), eq(outgoingMail.id, row.id))
    if (outcome === 'untouched') return { mail: row, outcome }
    if (outcome === 'later') {
      await tx
        .update(outgoingMail)
        .set({ attempts: row.attempts + 1 })
        .where(thisOne)
      return { mail: row, outcome }
    }
    await tx.delete(outgoingMail).where(thisOne)
    if (outcome !== 'done' && row.kind === 'invitation') {
      const { organisation, wave, person } = row
      await tx
        .insert(refusedInvitation)
        .values({ organisation, wave, person, reason: outcome.refused })
        .onConflictDoNothing()
    }
    return { mail: row, outcome }
  })
}
