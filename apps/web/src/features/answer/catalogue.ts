import type { LoadCatalogue } from '../../lib/i18n/texts.ts'

/** The texts of the survey page, and no others. The others come later: see `later-words.ts`. */
export const loadCatalogue: LoadCatalogue = async (locale) => {
  const parts =
    locale === 'de'
      ? await Promise.all([
          import('../../lib/i18n/messages/de/shared.json'),
          import('../../lib/i18n/messages/de/answer.json'),
        ])
      : await Promise.all([
          import('../../lib/i18n/messages/en/shared.json'),
          import('../../lib/i18n/messages/en/answer.json'),
        ])
  return Object.assign({}, ...parts.map((part) => part.default))
}
