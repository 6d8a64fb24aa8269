import type { NotificationKind } from '@chorus/contracts/community'
import type { Digest } from '../community/digest-for.ts'
import { letter, type Part } from './letter.ts'
import type { Message } from './message.ts'
import { type MailTextId, type MailTexts, mailTexts } from './texts.ts'

/** A new kind is added here, with its words. */
const words: Readonly<Record<NotificationKind, { named: MailTextId; unnamed: MailTextId }>> = {
  reply: { named: 'digest.reply', unnamed: 'digest.reply-unnamed' },
  mention: { named: 'digest.mention', unnamed: 'digest.mention-unnamed' },
  'session begun': { named: 'digest.session-begun', unnamed: 'digest.session-begun-unnamed' },
  'agreement proposed': { named: 'digest.agreement-proposed', unnamed: 'digest.agreement-proposed-unnamed' },
  'agreement in force': { named: 'digest.agreement-in-force', unnamed: 'digest.agreement-in-force' },
  hidden: { named: 'digest.hidden', unnamed: 'digest.hidden' },
  'shown again': { named: 'digest.shown-again', unnamed: 'digest.shown-again' },
  'asked to take part': { named: 'digest.review-asked', unnamed: 'digest.review-asked-unnamed' },
  'review moved': { named: 'digest.review-moved', unnamed: 'digest.review-moved' },
  'stays hidden': { named: 'digest.stays-hidden', unnamed: 'digest.stays-hidden' },
  'action yours': { named: 'digest.action-yours', unnamed: 'digest.action-yours' },
  'experiment planned': { named: 'digest.experiment-planned', unnamed: 'digest.experiment-planned-unnamed' },
  recognised: { named: 'digest.recognised', unnamed: 'digest.recognised-unnamed' },
  'feedback asked': { named: 'digest.feedback-asked', unnamed: 'digest.feedback-asked-unnamed' },
  'feedback declined': { named: 'digest.feedback-declined', unnamed: 'digest.feedback-declined-unnamed' },
  'feedback given': { named: 'digest.feedback-given', unnamed: 'digest.feedback-given-unnamed' },
  'feedback answered': { named: 'digest.feedback-answered', unnamed: 'digest.feedback-answered-unnamed' },
}

/** What a week brought in the learning loop, for one person: titles, and who did what. The texts stand behind the sign-in. */
export function digestMail(facts: {
  readonly to: string
  /** Of the person on the roster. */
  readonly language: string
  readonly organisation: string
  readonly digest: Digest
  /** The address that links begin with. */
  readonly pages: string
  /** Personal. */
  readonly unsubscribe: string
}): Message {
  const { organisation, digest } = facts
  const texts = mailTexts(facts.language)
  const { t, locale } = texts
  const subject = t('digest.subject', { organisation })
  const page = `${facts.pages}/${digest.told.length > 0 ? 'notifications' : 'lessons'}`
  const parts: Part[] = [
    { is: 'heading', text: t('digest.title') },
    { is: 'eyebrow', text: organisation },
  ]
  if (digest.told.length > 0)
    parts.push(
      { is: 'title', text: t('digest.for-you') },
      { is: 'list', items: digest.told.map((one) => inWords(texts, one)) },
    )
  if (digest.lessons.length > 0)
    parts.push(
      { is: 'title', text: t('digest.lessons') },
      {
        is: 'list',
        items: digest.lessons.map(({ title, unit }) => t('digest.lesson', { title, unit })),
      },
    )
  const { text, html } = letter(texts, subject, [
    ...parts,
    { is: 'button', text: t('digest.open'), address: page },
    { is: 'by-hand', text: t('by-hand'), address: page },
    {
      is: 'way-out',
      text: t('digest.out', { organisation }),
      label: t('digest.out-link'),
      address: facts.unsubscribe,
    },
  ])
  return { to: facts.to, subject, text, html, language: locale, unsubscribe: facts.unsubscribe }
}

function inWords({ t }: MailTexts, { what, actor, title }: Digest['told'][number]): string {
  return actor === null ? t(words[what].unnamed, { title }) : t(words[what].named, { name: actor, title })
}
