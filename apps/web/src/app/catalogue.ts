import type { LoadCatalogue } from '../lib/i18n/texts.ts'

/** One file for each language, so that a reader loads one. */
export const loadCatalogue: LoadCatalogue = async (locale) => {
  const { catalogue } =
    locale === 'de' ? await import('./catalogue-de.ts') : await import('./catalogue-en.ts')
  return catalogue
}
