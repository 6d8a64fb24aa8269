import { timingSafeEqual } from 'node:crypto'
import { err, ok, type Result } from '@chorus/basics/result'
import { enterOrganisation } from '@chorus/db/organisation-scope'
import { type FoundLink, findSignInLink, useUpSignInLink } from '@chorus/db/stores/sign-in-links'
import { organisationOfLink } from '@chorus/db/stores/whose'
import type { Parts } from '../parts.ts'
import { codeOfAsker } from './asking-browser.ts'
import { hashOfSecret } from './sign-in-link.ts'
import { isOver } from './timed-secret.ts'
import { mayTryCode } from './wrong-codes.ts'

type OpenRefused = {
  code:
    | 'link-not-valid'
    | 'link-expired'
    | 'link-needs-press'
    | 'link-asked-elsewhere'
    | 'link-code-not-valid'
}

type Shown = {
  /** Hash of what the asking browser was given, if this is one. */
  readonly asker: Buffer | null
  readonly automatic?: boolean | undefined
  readonly code?: string | undefined
}

/**
 * Who a link belongs to. A link that somebody asked for opens by itself only in the browser that asked; in any other it takes the code that is
 * shown there, so that a mail alone, read over a shoulder or forwarded, opens nothing. It signs in the browser in which it is opened and never the
 * one that asked: else who asks in the name of another would only have to wait for a tired press (decision 34).
 * A link that opens once is used up by a person's press, not by a program that reads mails.
 */
export async function openLink(
  parts: Parts,
  secret: string,
  { asker, automatic = false, code }: Shown,
): Promise<Result<FoundLink['who'], OpenRefused>> {
  const { office } = parts.database
  const hash = hashOfSecret(secret)
  const now = parts.now()
  const organisation = await organisationOfLink(office, hash)
  if (organisation === null) return err({ code: 'link-not-valid' })
  enterOrganisation(organisation)
  const found = await findSignInLink(office, hash, now)
  if (!found.ok) return found
  if (isOver(secret, now)) return err({ code: 'link-expired' })
  const { who, reusable, askedBy } = found.value
  if (reusable) return ok(who)
  if (askedBy === null && automatic) return err({ code: 'link-needs-press' })
  if (askedBy !== null && !(asker !== null && timingSafeEqual(asker, askedBy))) {
    if (code === undefined) return err({ code: 'link-asked-elsewhere' })
    if (!(await mayTryCode(parts, { organisation, hash }, now))) {
      await useUpSignInLink(office, hash)
      return err({ code: 'link-not-valid' })
    }
    const isRight = timingSafeEqual(Buffer.from(code), Buffer.from(codeOfAsker(parts, askedBy)))
    if (!isRight) return err({ code: 'link-code-not-valid' })
  }
  return (await useUpSignInLink(office, hash)) ? ok(who) : err({ code: 'link-not-valid' })
}
