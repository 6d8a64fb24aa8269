import type { MailTrouble } from '@chorus/contracts/mail'
import type { Outcome, WaitingMail } from '@chorus/db/stores/outgoing-mail'
import { addMailedLink, dropMailedLink } from '@chorus/db/stores/sign-in-links'
import { hashOfSecret, newSecret } from '../access/sign-in-link.ts'
import { invitationMail } from './invitation-mail.ts'
import type { MailerParts } from './mailer-parts.ts'
import { smallestGroupOf } from './smallest-group.ts'

/** Afterwards it counts as refused, and HR is told. */
const mostAttempts = 8

/**
 * Makes the personal link, sends the mail, and says what became of it. The link is stored first: also when a crash comes before the
 * mail is marked as sent, the link that somebody got works. Whoever wants no reminders is passed over without a trace.
 */
export async function sendWaitingMail(
  parts: MailerParts,
  mail: WaitingMail,
  wantsNone: (organisation: string, mark: string) => Promise<boolean>,
): Promise<Outcome | { readonly trouble: MailTrouble }> {
  const { organisation, wave, person } = mail
  if (mail.stage !== 'open' || mail.closesAt <= parts.now()) return 'done'
  const mark = parts.marks.markOf(organisation, mail.email)
  if (mail.kind === 'reminder' && (await wantsNone(organisation, mark))) return 'done'

  const secret = newSecret()
  const tokenHash = hashOfSecret(secret)
  await addMailedLink(parts.mailer, {
    organisation,
    person,
    tokenHash,
    expiresAt: mail.closesAt,
    reusable: false,
    wave,
  })
  const sent = await parts.transport.send(
    invitationMail({
      kind: mail.kind,
      to: mail.email,
      language: mail.language,
      organisation: mail.organisationName,
      label: mail.label,
      closesAt: mail.closesAt,
      k: await smallestGroupOf(parts.mailer, wave),
      fingerprint: mail.fingerprint,
      link: `${parts.address}/sign-in/${wave}#${secret}`,
      unsubscribe: `${parts.address}/reminders/${parts.marks.tokenOf(organisation, mail.email)}`,
      signInAt: `${parts.address}/sign-in/${wave}`,
    }),
  )
  if (sent.ok) return 'done'
  await dropMailedLink(parts.mailer, tokenHash)
  const { code } = sent.error
  if (code === 'server') return { trouble: sent.error.trouble }
  if (code === 'address') return { refused: 'address' }
  return mail.attempts + 1 < mostAttempts ? 'later' : { refused: code === 'mail' ? 'mail' : 'address' }
}
