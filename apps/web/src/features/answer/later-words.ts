import { addTexts } from '../../lib/i18n/texts.ts'

let coming: Promise<void> | undefined

/**
 * The words for what the server may refuse, and for what comes beside and after the statements. Nobody needs them before the first
 * answer; those for no network are among the texts that are there from the beginning.
 * @throws where they cannot be had; the next call tries again
 */
export function needLaterWords(): Promise<void> {
  coming ??= addTexts(async (locale) => {
    const parts =
      locale === 'de'
        ? await Promise.all([
            import('../../lib/i18n/messages/de/problems.json'),
            import('../../lib/i18n/messages/de/after-statements.json'),
          ])
        : await Promise.all([
            import('../../lib/i18n/messages/en/problems.json'),
            import('../../lib/i18n/messages/en/after-statements.json'),
          ])
    return Object.assign({}, ...parts.map((part) => part.default))
  }).catch((error) => {
    coming = undefined
    throw error
  })
  return coming
}
