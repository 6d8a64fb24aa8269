import { randomBytes } from 'node:crypto'
import type { Role } from '@chorus/contracts/session'
import { enterOrganisation } from '@chorus/db/organisation-scope'
import { findTokenOwner } from '@chorus/db/stores/personal-tokens'
import { organisationOfToken } from '@chorus/db/stores/whose'
import { type Reader, rolesOf } from '../http/permission.ts'
import { ProblemError, valueOrProblem } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { hashOfSecret } from './sign-in-link.ts'

/** Begins every secret, so that programs that look for leaked ones know it. */
const prefix = 'chorus_'

const mayHaveTokens: readonly Role[] = ['manager', 'hr', 'part-hr']

/** 256 random bits; only their hash is stored. */
export function newTokenSecret(): string {
  return prefix + randomBytes(32).toString('base64url')
}

/**
 * Whose token this is, with the rights that the person has at this moment, as long as that is a manager or HR.
 * @throws ProblemError token-not-valid, token-ended; not-allowed for whoever is neither any more
 */
export async function readerByToken({ database, now }: Parts, authorization: string): Promise<Reader> {
  const [, secret] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
  if (!secret?.startsWith(prefix)) throw new ProblemError('token-not-valid')
  const tokenHash = hashOfSecret(secret)
  const organisation = await organisationOfToken(database.office, tokenHash)
  if (organisation === null) throw new ProblemError('token-not-valid')
  enterOrganisation(organisation)
  const today = now().toISOString().slice(0, 10)
  const reader = valueOrProblem(await findTokenOwner(database.office, tokenHash, today))
  if (!rolesOf(reader).some((role) => mayHaveTokens.includes(role))) throw new ProblemError('not-allowed')
  return reader
}
