import { letter, type Part } from './letter.ts'
import type { Message } from './message.ts'
import { showMoment } from './show-moment.ts'
import { mailTexts } from './texts.ts'

export type InvitationFacts = {
  readonly kind: 'invitation' | 'reminder'
  readonly to: string
  /** Of the person on the roster. */
  readonly language: string
  /** IANA name: the close is told in local time. */
  readonly zone: string
  readonly organisation: string
  /** The name of the wave. */
  readonly label: string
  readonly closesAt: Date
  readonly k: number
  /** To answer, reckoned. */
  readonly minutes: number
  /** Who gets a reminder: told where it is not everybody. */
  readonly remindersTo: 'everybody' | 'not-collected'
  readonly fingerprint: string
  /** Personal. */
  readonly link: string
  readonly unsubscribe: string
  /** Where one asks for a new link. */
  readonly signInAt: string
}

/** The mail that invites to a wave, or reminds everybody of it. Of two people it differs in language, address and links alone. */
export function invitationMail(facts: InvitationFacts): Message {
  const { kind, organisation, label, fingerprint } = facts
  const texts = mailTexts(facts.language)
  const { t, locale } = texts
  const moment = showMoment(facts.closesAt, locale, facts.zone)
  const chasesSome = facts.remindersTo === 'not-collected'
  const lead =
    kind === 'invitation' ? 'invitation.lead' : chasesSome ? 'reminder.lead.not-collected' : 'reminder.lead'
  const parts: Part[] = [
    { is: 'heading', text: t('voice') },
    { is: 'eyebrow', text: `${organisation} · ${label}` },
    { is: 'words', text: t(lead, { organisation, minutes: facts.minutes }) },
    { is: 'button', text: t('answer'), address: facts.link },
    { is: 'words', text: t('link', { moment }) },
    { is: 'title', text: t('promise.title') },
    {
      is: 'list',
      items: [
        t('promise.stored'),
        t('promise.shown', { k: facts.k }),
        t('promise.not'),
        ...(chasesSome ? [t('promise.reminders', { organisation })] : []),
      ],
    },
    { is: 'small', text: t('fingerprint'), code: fingerprint.match(/.{1,4}/g)?.join(' ') ?? '' },
    { is: 'by-hand', text: t('by-hand'), address: facts.link },
    { is: 'address', text: t('link-used'), address: facts.signInAt },
    {
      is: 'way-out',
      text: t('no-reminders', { organisation }),
      label: t('no-reminders.link'),
      address: facts.unsubscribe,
    },
  ]
  const subject = t(kind === 'invitation' ? 'invitation.subject' : 'reminder.subject', {
    organisation,
    label,
    moment,
  })
  return {
    to: facts.to,
    subject,
    ...letter(texts, subject, parts),
    language: locale,
    unsubscribe: facts.unsubscribe,
  }
}
