/**
 * The tag by which numbers and dates are written: the reader's own region of the language (fr-CH, pt-BR, en-US) where the browser
 * names one; English without a region as the rest of the world writes it, day before month.
 * Arabic is written with the digits 0 to 9: codes, fingerprints, files and form fields have them too, and two kinds of digits on one
 * page could not be compared.
 */
export function formatLocale(locale: string): string {
  const own = globalThis.navigator?.languages?.find((tag) => tag.startsWith(`${locale}-`)) ?? locale
  if (locale === 'ar') return `${own.split('-u-')[0]}-u-nu-latn`
  return own === 'en' ? 'en-GB' : own
}
