import { err, ok, type Result } from '@chorus/basics/result'

export type Claims = Readonly<Record<string, unknown>>

type Rule = {
  readonly match: 'email' | 'external-id'
  readonly claim: string
  /** Lower case; none: any. */
  readonly domains: readonly string[]
}

type ClaimRefused = { code: 'claim-missing' | 'email-not-verified' | 'domain-not-allowed' }

/**
 * Whom the provider says somebody is: what to look for on the roster. An address counts only where the provider says that it checked it
 * (`email_verified`): at many providers people write any address into their own account.
 */
export function claimedPerson(
  { match, claim, domains }: Rule,
  claims: Claims,
): Result<{ email: string } | { externalId: string }, ClaimRefused> {
  const value = claims[claim]
  if ((typeof value !== 'string' || value.trim() === '') && typeof value !== 'number')
    return err({ code: 'claim-missing' })
  const text = String(value).trim()
  if (match === 'external-id' && domains.length === 0) return ok({ externalId: text })
  if (claims.email_verified !== true) return err({ code: 'email-not-verified' })
  const email = match === 'email' ? text : claims.email
  const [, domain] = typeof email === 'string' ? (/^[^@\s]+@([^@\s]+)$/.exec(email.toLowerCase()) ?? []) : []
  if (domain === undefined) return err({ code: 'claim-missing' })
  if (domains.length > 0 && !domains.includes(domain)) return err({ code: 'domain-not-allowed' })
  return ok(match === 'email' ? { email: text.toLowerCase() } : { externalId: text })
}
