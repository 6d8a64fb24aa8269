import { letter } from './letter.ts'
import type { Message } from './message.ts'
import { mailTexts } from './texts.ts'

/** The mail that says that something came of what a unit said: what, stands on the start page, behind the sign-in. */
export function actionsMail(facts: {
  readonly to: string
  /** Of the person on the roster. */
  readonly language: string
  readonly organisation: string
  /** Where the actions stand, the same for everybody. */
  readonly actions: string
  /** Personal. */
  readonly unsubscribe: string
}): Message {
  const { organisation } = facts
  const texts = mailTexts(facts.language)
  const { t, locale } = texts
  const subject = t('actions.subject', { organisation })
  const words = letter(texts, subject, [
    { is: 'heading', text: t('actions.title') },
    { is: 'eyebrow', text: organisation },
    { is: 'words', text: t('actions.lead') },
    { is: 'button', text: t('actions.open'), address: facts.actions },
    { is: 'words', text: t('actions.weekly') },
    { is: 'by-hand', text: t('by-hand'), address: facts.actions },
    {
      is: 'way-out',
      text: t('actions.out', { organisation }),
      label: t('actions.out-link'),
      address: facts.unsubscribe,
    },
  ])
  return { to: facts.to, subject, ...words, language: locale, unsubscribe: facts.unsubscribe }
}
