import { randomInt } from 'node:crypto'
import type { Policy } from '@chorus/contracts/policy'
import { hasCollected } from '@chorus/db/stores/invitations'
import type {
  ActionsMail,
  ConcernsMail,
  Outcome,
  WaitingMail,
  WaveMail,
} from '@chorus/db/stores/outgoing-mail'
import { addMailedLink, dropMailedLink } from '@chorus/db/stores/sign-in-links'
import { hashOfSecret, newSecret } from '../access/sign-in-link.ts'
import { actionsMail } from './actions-mail.ts'
import { askedInWave } from './asked-in-wave.ts'
import { concernsMail } from './concerns-mail.ts'
import { invitationMail } from './invitation-mail.ts'
import type { MailerParts } from './mailer-parts.ts'
import { quietUntil } from './quiet-until.ts'
import { resultsMail } from './results-mail.ts'
import { sendDigest } from './send-digest.ts'
import { type Sent, sentOr } from './send-outcome.ts'

type WantsNone = (organisation: string, mark: string) => Promise<boolean>

/**
 * Sends a mail whose moment has come, and says what became of it. In the person's quiet hours it waits for their end, before
 * anything is looked at that is not said to HR.
 */
export async function sendWaitingMail(
  parts: MailerParts,
  mail: WaitingMail,
  wantsNone: WantsNone,
): Promise<Sent> {
  const now = parts.now()
  if ('wave' in mail && isOver(mail, now)) return 'done'
  const waits = waitsForMorning(mail, now)
  if (waits !== null) return waits
  if (mail.kind === 'actions') return sendActions(parts, mail, wantsNone)
  if (mail.kind === 'concerns') return sendConcerns(parts, mail)
  if (mail.kind === 'digest') return sendDigest(parts, mail, wantsNone)
  if (mail.kind === 'invitation' && mail.returned) return { refused: 'returned' }
  return mail.kind === 'results'
    ? sendResults(parts, mail, wantsNone)
    : sendInvitation(parts, { ...mail, kind: mail.kind }, wantsNone)
}

function isOver({ kind, stage, closesAt }: WaveMail, now: Date): boolean {
  return kind === 'results' ? stage !== 'published' : stage !== 'open' || closesAt <= now
}

/** Spread again, so that not all mails of a zone leave on the stroke of seven. */
function waitsForMorning(mail: WaitingMail, now: Date): Outcome | null {
  const end = quietUntil(mail.zone, mail.quiet, now)
  if (end === null) return null
  let spread = mail.spreadMinutes * 60_000
  if ('wave' in mail && mail.kind !== 'results') {
    if (end >= mail.closesAt) return 'dropped'
    spread = Math.min(spread, mail.closesAt.getTime() - end.getTime() - 1)
  }
  return { from: new Date(end.getTime() + randomInt(0, spread + 1)) }
}

/**
 * Makes the personal link first: also when a crash comes before the mail is marked as sent, the link that somebody got works.
 * Whoever is passed over gets such a link, too, which nobody knows: who counts links in the database must not see who got a reminder.
 */
async function sendInvitation(
  parts: MailerParts,
  mail: WaveMail & { readonly kind: 'invitation' | 'reminder' },
  wantsNone: WantsNone,
): Promise<Sent> {
  const { organisation, wave, person } = mail
  const { policy, minutes } = await askedInWave(parts.mailer, organisation, wave)
  const isPassedOver = mail.kind === 'reminder' && (await getsNoReminder(parts, mail, policy, wantsNone))
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
  const sent = isPassedOver
    ? await parts.transport.reach()
    : await parts.transport.send(
        invitationMail({
          kind: mail.kind,
          to: mail.email,
          language: mail.language,
          zone: mail.zone,
          organisation: mail.organisationName,
          label: mail.label,
          closesAt: mail.closesAt,
          k: policy.k,
          minutes,
          remindersTo: policy.reminders ?? 'everybody',
          fingerprint: mail.fingerprint,
          link: `${parts.address}/sign-in/${wave}#${secret}`,
          unsubscribe: `${parts.address}/reminders/${parts.marks.tokenOf(organisation, mail.email)}`,
          signInAt: `${parts.address}/sign-in/${wave}`,
        }),
      )
  const outcome = sentOr(sent, mail.attempts + 1)
  // A refused reminder keeps its link: one that is missing would tell that a known bad address wanted the reminder.
  const isOver = outcome === 'done' || (typeof outcome === 'object' && 'refused' in outcome)
  if (outcome !== 'done' && (mail.kind === 'invitation' || !isOver))
    await dropMailedLink(parts.mailer, tokenHash)
  return outcome
}

/** Asked at the last moment: whoever collects a ballot between the order and the mail is not reminded of it. */
async function getsNoReminder(
  parts: MailerParts,
  mail: WaveMail,
  policy: Policy,
  wantsNone: WantsNone,
): Promise<boolean> {
  if (mail.returned) return true
  if (await wantsNone(mail.organisation, parts.marks.markOf(mail.organisation, mail.email))) return true
  return policy.reminders === 'not-collected' && (await hasCollected(parts.issuer, mail))
}

async function sendResults(parts: MailerParts, mail: WaveMail, wantsNone: WantsNone): Promise<Sent> {
  const { organisation, email } = mail
  if (mail.returned || (await wantsNone(organisation, parts.marks.markOf(organisation, email, 'results'))))
    return sentOr(await parts.transport.reach(), mail.attempts + 1)
  const sent = await parts.transport.send(
    resultsMail({
      to: email,
      language: mail.language,
      organisation: mail.organisationName,
      label: mail.label,
      results: `${parts.address}/`,
      unsubscribe: `${parts.address}/reminders/${parts.marks.tokenOf(organisation, email, 'results')}`,
    }),
  )
  return sentOr(sent, mail.attempts + 1)
}

async function sendActions(parts: MailerParts, mail: ActionsMail, wantsNone: WantsNone): Promise<Sent> {
  const { organisation, email } = mail
  if (mail.returned || (await wantsNone(organisation, parts.marks.markOf(organisation, email, 'actions'))))
    return sentOr(await parts.transport.reach(), mail.attempts + 1)
  const sent = await parts.transport.send(
    actionsMail({
      to: email,
      language: mail.language,
      organisation: mail.organisationName,
      actions: `${parts.address}/`,
      unsubscribe: `${parts.address}/reminders/${parts.marks.tokenOf(organisation, email, 'actions')}`,
    }),
  )
  return sentOr(sent, mail.attempts + 1)
}

/** Whoever took on to be trusted is told: nobody is asked whether they want it. */
async function sendConcerns(parts: MailerParts, mail: ConcernsMail): Promise<Sent> {
  const sent = await parts.transport.send(
    concernsMail({
      to: mail.email,
      language: mail.language,
      organisation: mail.organisationName,
      concerns: `${parts.address}/concerns`,
    }),
  )
  return sentOr(sent, mail.attempts + 1)
}
