import type { LocalisedText } from '@chorus/contracts/instrument'

/** A text of an instrument in the reader's language, else in English, with the language it is in. */
export function localised(text: string | LocalisedText, locale: string): { text: string; lang?: string } {
  if (typeof text === 'string') return { text }
  const own = text[locale]
  if (own !== undefined) return { text: own, lang: locale }
  return { text: text.en ?? Object.values(text)[0] ?? '', lang: 'en' }
}
