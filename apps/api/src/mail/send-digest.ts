import type { DigestMail } from '@chorus/db/stores/outgoing-mail'
import { digestFor } from '../community/digest-for.ts'
import { digestMail } from './digest-mail.ts'
import type { MailerParts } from './mailer-parts.ts'
import { type Sent, sentOr } from './send-outcome.ts'

/**
 * To whoever asked for it, and only where there is something: what may be read at this moment. For all others the server is greeted as well,
 * so that nothing tells who wants one.
 * @param isMarked whether an address is among the marks: of digests, a mark says that they are wanted
 */
export async function sendDigest(
  parts: MailerParts,
  mail: DigestMail,
  isMarked: (organisation: string, mark: string) => Promise<boolean>,
): Promise<Sent> {
  const { organisation, email, person } = mail
  const isWanted =
    !mail.returned && (await isMarked(organisation, parts.marks.markOf(organisation, email, 'digest')))
  const digest = isWanted ? await digestFor(parts.office, organisation, person, parts.now()) : null
  if (digest === null) return sentOr(await parts.transport.reach(), mail.attempts + 1)
  const sent = await parts.transport.send(
    digestMail({
      to: email,
      language: mail.language,
      organisation: mail.organisationName,
      digest,
      pages: parts.address,
      unsubscribe: `${parts.address}/reminders/${parts.marks.tokenOf(organisation, email, 'digest')}`,
    }),
  )
  return sentOr(sent, mail.attempts + 1)
}
