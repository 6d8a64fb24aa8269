import { type Locale, locales } from '@chorus/contracts/locale'

const place = 'chorus.language'

/** What the reader chose on this device, else the first language of the browser that we speak, else English. */
export function preferredLocale(): Locale {
  const wishes = [remembered(), ...navigator.languages]
  for (const wish of wishes) {
    const found = locales.find((locale) => wish?.toLowerCase().split('-')[0] === locale)
    if (found) return found
  }
  return 'en'
}

export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(place, locale)
  } catch {
    // Storage may be closed (private window): the choice then lasts as long as the page.
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(place)
  } catch {
    return null
  }
}
