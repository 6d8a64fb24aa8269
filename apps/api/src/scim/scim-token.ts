import { randomBytes } from 'node:crypto'
import { enterOrganisation } from '@chorus/db/organisation-scope'
import { useScimToken } from '@chorus/db/stores/scim-tokens'
import { organisationOfScimToken } from '@chorus/db/stores/whose'
import { hashOfSecret } from '../access/sign-in-link.ts'
import type { ScimClient } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import { RequestLimit } from '../mail/request-limit.ts'
import type { Parts } from '../parts.ts'
import { ScimError } from './scim-error.ts'

/** Begins every secret; the one of a personal token begins otherwise, so that neither is taken for the other. */
const prefix = 'chorus-scim_'

/** Identity providers send some 25 requests a second at most. By token, never by address. */
const limits = { each: 12_000, all: 30_000, periodMilliseconds: 60_000 }

/** 256 random bits; only their hash is stored. */
export function newScimSecret(): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** Finds whose token a request carries: by its hash, so that how long it takes tells nothing of the secret. */
export function scimClientBy({ database, now }: Pick<Parts, 'database' | 'now'>) {
  const limit = new RequestLimit(limits)
  /** Tokens never change hands, and are few: whose one is has to be asked once. Whether it still opens anything is asked each time. */
  const known = new Map<string, string>()
  return async (authorization: string | undefined): Promise<ScimClient> => {
    const [, secret] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? []
    if (!secret?.startsWith(prefix)) throw new ProblemError('token-not-valid')
    const tokenHash = hashOfSecret(secret)
    const mark = tokenHash.toString('base64url')
    const organisation = known.get(mark) ?? (await organisationOfScimToken(database.office, tokenHash))
    if (organisation === null) throw new ProblemError('token-not-valid')
    known.set(mark, organisation)
    enterOrganisation(organisation)
    const client = await useScimToken(database.office, tokenHash, now())
    if (!client) throw new ProblemError('token-not-valid')
    if (!limit.allows(client.id, now()))
      throw new ScimError(429, `More than ${limits.each} requests in a minute: go on in a minute`)
    return client
  }
}
