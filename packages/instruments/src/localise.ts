import type { LocalisedText } from '@chorus/contracts/instrument'

/**
 * The text in the wanted language: the exact tag, else its language ("de" for "de-CH"), else English,
 * which every text has. A plain string is the same in all languages.
 */
export function textIn(text: string | LocalisedText, locale: string): string {
  if (typeof text === 'string') return text
  const language = locale.split('-')[0] ?? locale
  return text[locale] ?? text[language] ?? text.en ?? Object.values(text)[0] ?? ''
}
