import { letter } from './letter.ts'
import type { Message } from './message.ts'
import { mailTexts } from './texts.ts'

/** The mail with a link that somebody asked for on the sign-in page. */
export function signInMail(facts: {
  readonly to: string
  readonly language: string
  /** Whose link it is: one address may be known to several. */
  readonly organisation: string
  readonly link: string
}): Message {
  const texts = mailTexts(facts.language)
  const { t, locale } = texts
  const title = t('sign-in.subject')
  const subject = `${title} · ${facts.organisation}`
  const words = letter(texts, subject, [
    { is: 'eyebrow', text: facts.organisation },
    { is: 'heading', text: title },
    { is: 'words', text: t('sign-in.lead') },
    { is: 'button', text: t('sign-in.open'), address: facts.link },
    { is: 'words', text: t('sign-in.link') },
    { is: 'words', text: t('sign-in.not-you') },
    { is: 'by-hand', text: t('by-hand'), address: facts.link },
  ])
  return { to: facts.to, subject, ...words, language: locale }
}
