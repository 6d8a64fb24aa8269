import type { LoadCatalogue } from '../../../lib/i18n/texts.ts'

/** The texts of the kiosk: those of the survey page, and its own. */
export const loadCatalogue: LoadCatalogue = async (locale) => {
  const parts =
    locale === 'de'
      ? await Promise.all([
          import('../../../lib/i18n/messages/de/shared.json'),
          import('../../../lib/i18n/messages/de/problems.json'),
          import('../../../lib/i18n/messages/de/answer.json'),
          import('../../../lib/i18n/messages/de/after-statements.json'),
          import('../../../lib/i18n/messages/de/kiosk.json'),
        ])
      : await Promise.all([
          import('../../../lib/i18n/messages/en/shared.json'),
          import('../../../lib/i18n/messages/en/problems.json'),
          import('../../../lib/i18n/messages/en/answer.json'),
          import('../../../lib/i18n/messages/en/after-statements.json'),
          import('../../../lib/i18n/messages/en/kiosk.json'),
        ])
  return Object.assign({}, ...parts.map((part) => part.default))
}
