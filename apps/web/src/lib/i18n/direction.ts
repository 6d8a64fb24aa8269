import { languages, locales } from '@chorus/contracts/locale'

/** The way in which a language is written; of languages that we do not speak, left to right. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const spoken = locales.find((one) => one === locale)
  return spoken ? languages[spoken].direction : 'ltr'
}
