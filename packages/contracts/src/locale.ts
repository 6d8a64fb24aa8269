/** The languages of pages and items, in the order in which they are offered. A further one is added here; tests then name what it lacks. */
export const locales = ['en', 'de', 'fr', 'es', 'pt', 'ja', 'ar'] as const
export type Locale = (typeof locales)[number]

/** What speakers call their language, and the way in which it is written. */
export const languages: Readonly<Record<Locale, { name: string; direction: 'ltr' | 'rtl' }>> = {
  en: { name: 'English', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  pt: { name: 'Português', direction: 'ltr' },
  ja: { name: '日本語', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
}
