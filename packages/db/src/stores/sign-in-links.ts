import { err, ok, type Result } from '@chorus/basics/result'
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Mailer, Office } from '../database.ts'
import { signInLink } from '../schema/access.ts'
import { person } from '../schema/organisation.ts'

export type NewLink = {
  readonly organisation: string
  readonly person: string
  /** SHA-256 of the link's secret. */
  readonly tokenHash: Buffer
  readonly expiresAt: Date
  readonly reusable: boolean
  /** The wave that it invites to, in the link of a mail. */
  readonly wave?: string
  /** SHA-256 of the random value of the browser that asked for it. */
  readonly askedBy?: Buffer
}

export type LinkRefused = { code: 'link-not-valid' } | { code: 'link-expired' }

/** Expired ones are forgotten at the same time. */
export async function addSignInLink(office: Office, link: NewLink, now: Date): Promise<void> {
  await dropExpiredLinks(office, link.organisation, now)
  await office.insert(signInLink).values(link)
}

/** Forgets the organisation's links that expired more than a day ago: until then their owner is told that they have expired. */
export async function dropExpiredLinks(office: Office, organisation: string, now: Date): Promise<void> {
  const longAgo = new Date(now.getTime() - 24 * 3_600_000)
  await office
    .delete(signInLink)
    .where(and(eq(signInLink.organisation, organisation), lt(signInLink.expiresAt, longAgo)))
}

/** The link of a mail that is about to be sent. */
export async function addMailedLink(mailer: Mailer, link: NewLink): Promise<void> {
  await mailer.insert(signInLink).values(link)
}

/** The link of a mail that could not be sent. */
export async function dropMailedLink(mailer: Mailer, tokenHash: Buffer): Promise<void> {
  await mailer.delete(signInLink).where(eq(signInLink.tokenHash, tokenHash))
}

export type FoundLink = {
  readonly who: { readonly organisation: string; readonly person: string }
  readonly reusable: boolean
  readonly askedBy: Buffer | null
}

/** A link that could be used now; nothing of it changes. */
export async function findSignInLink(
  office: Office,
  tokenHash: Buffer,
  now: Date,
): Promise<Result<FoundLink, LinkRefused>> {
  const [link] = await office
    .select({
      organisation: signInLink.organisation,
      person: signInLink.person,
      expiresAt: signInLink.expiresAt,
      reusable: signInLink.reusable,
      askedBy: signInLink.askedBy,
    })
    .from(signInLink)
    .innerJoin(
      person,
      and(
        eq(person.organisation, signInLink.organisation),
        eq(person.id, signInLink.person),
        isNull(person.eraseOn),
      ),
    )
    .where(eq(signInLink.tokenHash, tokenHash))
  if (!link) return err({ code: 'link-not-valid' })
  if (link.expiresAt <= now) return err({ code: 'link-expired' })
  const { organisation, person: whose, reusable, askedBy } = link
  return ok({ who: { organisation, person: whose }, reusable, askedBy })
}

/**
 * Deletes a link: from then on it is one that was never made.
 * @returns whether it was there: of two requests with one link the second finds nothing to delete
 */
export async function useUpSignInLink(office: Office, tokenHash: Buffer): Promise<boolean> {
  const used = await office
    .delete(signInLink)
    .where(eq(signInLink.tokenHash, tokenHash))
    .returning({ person: signInLink.person })
  return used.length === 1
}

/** Nobody who has left. */
export async function findPersonByEmail(
  office: Office,
  organisationId: string,
  email: string,
): Promise<{ id: string; name: string; email: string; language: string } | null> {
  const [row] = await office
    .select({ id: person.id, name: person.name, email: person.email, language: person.language })
    .from(person)
    .where(
      and(
        eq(person.organisation, organisationId),
        eq(person.email, sql`lower(${email})`),
        isNull(person.eraseOn),
      ),
    )
  return row ?? null
}

/** @param externalId the organisation's own id for the person */
export async function findPersonByExternalId(
  office: Office,
  organisationId: string,
  externalId: string,
): Promise<{ id: string; name: string } | null> {
  const [row] = await office
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(
      and(eq(person.organisation, organisationId), eq(person.externalId, externalId), isNull(person.eraseOn)),
    )
  return row ?? null
}
