import { letter } from './letter.ts'
import type { Message } from './message.ts'
import { mailTexts } from './texts.ts'

/** The mail that says that something waits for a trusted person: not what, not since when, and not how many. */
export function concernsMail(facts: {
  readonly to: string
  readonly language: string
  readonly organisation: string
  /** Where they stand, behind the sign-in. */
  readonly concerns: string
}): Message {
  const texts = mailTexts(facts.language)
  const { t, locale } = texts
  const title = t('concerns.title')
  const subject = `${title} · ${facts.organisation}`
  const words = letter(texts, subject, [
    { is: 'eyebrow', text: facts.organisation },
    { is: 'heading', text: title },
    { is: 'words', text: t('concerns.lead') },
    { is: 'button', text: t('concerns.open'), address: facts.concerns },
    { is: 'by-hand', text: t('by-hand'), address: facts.concerns },
  ])
  return { to: facts.to, subject, ...words, language: locale }
}
