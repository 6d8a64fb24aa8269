import { type SQL, sql } from 'drizzle-orm'
import type { Closer, Connection, DatabaseRole, Mailer, Office, Urn } from '../database.ts'
import { inAnyScope, withinOrganisation } from '../organisation-scope.ts'

/** All organisations, by name. */
export async function listOrganisationIds(office: Pick<Office, 'execute'>): Promise<string[]> {
  return idsOf(office, sql`SELECT chorus_organisations() AS id`)
}

/** Does the same in each organisation, one after the other, by name. */
export async function forEachOrganisation<T>(
  office: Office,
  work: (organisation: string) => Promise<T>,
): Promise<T[]> {
  const done: T[] = []
  for (const organisation of await listOrganisationIds(office))
    done.push(await withinOrganisation(organisation, () => work(organisation)))
  return done
}

/** Null for a wave that is not in here. */
export async function organisationOfWave(connection: Urn | Closer, wave: string): Promise<string | null> {
  return idOf(connection, sql`SELECT chorus_organisation_of_wave(${wave}) AS id`)
}

/** Null for a link that was never made, or was used. */
export async function organisationOfLink(office: Office, tokenHash: Buffer): Promise<string | null> {
  return idOf(office, sql`SELECT chorus_organisation_of_link(${tokenHash}) AS id`)
}

/** Null for a token that was never made, or was revoked. */
export async function organisationOfToken(office: Office, tokenHash: Buffer): Promise<string | null> {
  return idOf(office, sql`SELECT chorus_organisation_of_token(${tokenHash}) AS id`)
}

/** Null for a token of an identity provider that was never made. */
export async function organisationOfScimToken(office: Office, tokenHash: Buffer): Promise<string | null> {
  return idOf(office, sql`SELECT chorus_organisation_of_scim_token(${tokenHash}) AS id`)
}

/** The organisations that have a provider with whose accounts people sign in. */
export async function organisationsWithProvider(office: Office): Promise<string[]> {
  return idsOf(office, sql`SELECT chorus_organisations_with_provider() AS id`)
}

/** The organisations in which somebody has this address. */
export async function organisationsOfEmail(office: Office, email: string): Promise<string[]> {
  return idsOf(office, sql`SELECT chorus_organisations_of_email(${email}) AS id`)
}

/** The organisations that have mails waiting. */
export async function organisationsWithMail(mailer: Mailer): Promise<string[]> {
  return idsOf(mailer, sql`SELECT chorus_organisations_with_mail() AS id`)
}

/** Null for a secret that nobody made. */
export async function organisationOfBounceSecret(office: Office, hash: Buffer): Promise<string | null> {
  return idOf(office, sql`SELECT chorus_organisation_of_bounce_secret(${hash}) AS id`)
}

/** The organisations whose channels are to be told something. */
export async function organisationsWithPosts(mailer: Mailer): Promise<string[]> {
  return idsOf(mailer, sql`SELECT chorus_organisations_with_posts() AS id`)
}

async function idOf(connection: Connection<DatabaseRole>, question: SQL): Promise<string | null> {
  const { rows } = await inAnyScope(() => connection.execute<{ id: string | null }>(question))
  return rows[0]?.id ?? null
}

async function idsOf(
  connection: Pick<Connection<DatabaseRole>, 'execute'>,
  question: SQL,
): Promise<string[]> {
  const { rows } = await inAnyScope(() => connection.execute<{ id: string }>(question))
  return rows.map(({ id }) => id)
}
