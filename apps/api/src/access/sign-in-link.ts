import { createHash, randomBytes } from 'node:crypto'
import { err, ok, type Result } from '@chorus/basics/result'
import type { Office } from '@chorus/db/database'
import { addSignInLink, findPersonByEmail } from '@chorus/db/stores/sign-in-links'

export type LinkOptions = { readonly now: Date; readonly hoursValid: number; readonly reusable: boolean }

/**
 * A personal sign-in link's path, with its secret behind the #, where no server, proxy or log sees it.
 * Only the secret's hash is stored.
 */
export async function makeSignInLink(
  office: Office,
  organisation: string,
  email: string,
  options: LinkOptions,
): Promise<Result<{ path: string; name: string }, { code: 'unknown-email' }>> {
  const person = await findPersonByEmail(office, organisation, email)
  if (!person) return err({ code: 'unknown-email' })
  const secret = newSecret()
  const link = {
    organisation,
    person: person.id,
    tokenHash: hashOfSecret(secret),
    expiresAt: new Date(options.now.getTime() + options.hoursValid * 3_600_000),
    reusable: options.reusable,
  }
  await addSignInLink(office, link, options.now)
  return ok({ path: `/sign-in#${secret}`, name: person.name })
}

/** 32 random bytes, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
