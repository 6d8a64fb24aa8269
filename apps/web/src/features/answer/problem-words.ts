import { addTexts } from '../../lib/i18n/texts.ts'

let coming: Promise<void> | undefined

/**
 * The words for what the server may refuse. Nobody needs them before the first answer; those for no network are among the texts that
 * are there from the beginning. Where they cannot be had, the next call tries again.
 */
export function needProblemWords(): Promise<void> {
  coming ??= addTexts(async (locale) =>
    locale === 'de'
      ? (await import('../../lib/i18n/messages/de/problems.json')).default
      : (await import('../../lib/i18n/messages/en/problems.json')).default,
  ).catch(() => {
    coming = undefined
  })
  return coming
}
