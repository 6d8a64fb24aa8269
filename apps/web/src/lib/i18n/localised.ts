import type { LocalisedText } from '@chorus/contracts/instrument'
import { directionOf } from './direction.ts'

/** A text of an instrument, and what its element says of it when it is in another language than the page. */
export type Localised = { text: string; lang?: string; dir?: 'ltr' | 'rtl' }

/** A text of an instrument in the reader's language, else in English. */
export function localised(text: string | LocalisedText, locale: string): Localised {
  if (typeof text === 'string') return { text }
  const own = text[locale]
  if (own !== undefined) return { text: own, lang: locale, dir: directionOf(locale) }
  return { text: text.en ?? Object.values(text)[0] ?? '', lang: 'en', dir: 'ltr' }
}
