import type { LocalisedText } from '@chorus/contracts/instrument'
import { directionOf } from './direction.ts'

/** A text of an instrument, and what its element says of it when it is in another language than the page. */
export type Localised = { text: string; lang?: string; dir?: 'ltr' | 'rtl' }

/** A text of an instrument in the reader's language, else in English, else in the first it has. */
export function localised(text: string | LocalisedText, locale: string): Localised {
  if (typeof text === 'string') return { text }
  const lang = text[locale] ? locale : text.en ? 'en' : (Object.keys(text)[0] ?? 'en')
  return { text: text[lang] ?? '', lang, dir: directionOf(lang) }
}
