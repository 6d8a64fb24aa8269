import { loadCatalogue } from 'virtual:texts/poster'
import { type Locale, languages } from '@chorus/contracts/locale'
import { setupI18n } from '@lingui/core'
import { formatLocale } from '../../lib/format/format-locale.ts'
import { isolate } from '../../lib/i18n/isolate.ts'
import type { Translate } from '../../lib/i18n/texts.ts'

/** A language of a poster, which need not be that of the page. */
export type PosterLanguage = {
  readonly locale: Locale
  readonly direction: 'ltr' | 'rtl'
  readonly t: Translate
}

export async function posterLanguage(locale: Locale): Promise<PosterLanguage> {
  const messages = await loadCatalogue(locale)
  const i18n = setupI18n({ locale, locales: formatLocale(locale), messages: { [locale]: messages } })
  const { direction } = languages[locale]
  return {
    locale,
    direction,
    t: (id, values) => i18n._(id, direction === 'rtl' ? isolate(values) : values),
  }
}
