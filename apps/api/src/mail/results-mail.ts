import { letter } from './letter.ts'
import type { Message } from './message.ts'
import { mailTexts } from './texts.ts'

/** The mail that says that results are out: no figure of them, for mailboxes are read by others, too. */
export function resultsMail(facts: {
  readonly to: string
  /** Of the person on the roster. */
  readonly language: string
  readonly organisation: string
  /** The name of the wave. */
  readonly label: string
  /** Where the reader's own report stands, the same for everybody. */
  readonly results: string
  /** Personal. */
  readonly unsubscribe: string
}): Message {
  const { organisation, label } = facts
  const texts = mailTexts(facts.language)
  const { t, locale } = texts
  const subject = t('results.subject', { label })
  const words = letter(texts, subject, [
    { is: 'heading', text: t('results.title') },
    { is: 'eyebrow', text: `${organisation} · ${label}` },
    { is: 'words', text: t('results.lead', { organisation }) },
    { is: 'button', text: t('results.open'), address: facts.results },
    { is: 'words', text: t('results.protected') },
    { is: 'by-hand', text: t('by-hand'), address: facts.results },
    {
      is: 'way-out',
      text: t('results.out', { organisation }),
      label: t('results.out-link'),
      address: facts.unsubscribe,
    },
  ])
  return { to: facts.to, subject, ...words, language: locale, unsubscribe: facts.unsubscribe }
}
