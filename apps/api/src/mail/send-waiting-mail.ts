import type { MailTrouble } from '@chorus/contracts/mail'
import type { Outcome, WaitingMail } from '@chorus/db/stores/outgoing-mail'
import { addMailedLink, dropMailedLink } from '@chorus/db/stores/sign-in-links'
import { hashOfSecret, newSecret } from '../access/sign-in-link.ts'
import { invitationMail } from './invitation-mail.ts'
import type { MailerParts } from './mailer-parts.ts'
import type { SendFault } from './send-fault.ts'
import { smallestGroupOf } from './smallest-group.ts'

/** Afterwards it counts as refused, and HR is told. */
const mostAttempts = 8

/**
 * Makes the personal link, sends the mail, and says what became of it. The link is stored first: also when a crash comes before the
 * mail is marked as sent, the link that somebody got works. Whoever wants no reminders is passed over with such a link, too, which nobody
 * knows: who counts links in the database must not see who got a reminder.
 */
export async function sendWaitingMail(
  parts: MailerParts,
  mail: WaitingMail,
  wantsNone: (organisation: string, mark: string) => Promise<boolean>,
): Promise<Outcome | { readonly trouble: MailTrouble }> {
  const { organisation, wave, person } = mail
  if (mail.stage !== 'open' || mail.closesAt <= parts.now()) return 'done'
  const mark = parts.marks.markOf(organisation, mail.email)
  const isUnwanted = mail.kind === 'reminder' && (await wantsNone(organisation, mark))

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
  // Passed over while the server is away, it would leave the list before the others, and the length of the list would tell.
  const sent = isUnwanted
    ? await parts.transport.reach()
    : await parts.transport.send(
        invitationMail({
          kind: mail.kind,
          to: mail.email,
          language: mail.language,
          organisation: mail.organisationName,
          label: mail.label,
          closesAt: mail.closesAt,
          k: await smallestGroupOf(parts.mailer, organisation, wave),
          fingerprint: mail.fingerprint,
          link: `${parts.address}/sign-in/${wave}#${secret}`,
          unsubscribe: `${parts.address}/reminders/${parts.marks.tokenOf(organisation, mail.email)}`,
          signInAt: `${parts.address}/sign-in/${wave}`,
        }),
      )
  if (sent.ok) return 'done'
  const outcome = outcomeOf(sent.error, mail.attempts + 1)
  // A refused reminder keeps its link: one that is missing would tell that a known bad address wanted the reminder.
  const isOver = typeof outcome === 'object' && 'refused' in outcome
  if (mail.kind === 'invitation' || !isOver) await dropMailedLink(parts.mailer, tokenHash)
  return outcome
}

function outcomeOf(fault: SendFault, attempts: number): Outcome | { readonly trouble: MailTrouble } {
  if (fault.code === 'server') return { trouble: fault.trouble }
  if (fault.code === 'address') return { refused: 'address' }
  return attempts < mostAttempts ? 'later' : { refused: fault.code === 'mail' ? 'mail' : 'address' }
}
