import type { Manifest } from '@chorus/contracts/collect'
import { type Locale, locales } from '@chorus/contracts/locale'
import { answeringMinutes } from '@chorus/instruments/answering-time'
import { i18n } from '@lingui/core'
import { renderToString } from 'react-dom/server'
import { formatLocale } from '../../lib/format/format-locale.ts'
import { loadCatalogue } from './catalogue.ts'
import { FirstPage } from './first-page.tsx'
import { askedBy } from './questions.ts'
import { whatChanged } from './what-changed.tsx'

/**
 * For the server: the survey page of a wave as HTML, from its manifest alone. Built on its own, with all that it needs.
 * @param canonical the manifest's JSON
 * @param lang one of `languageFor`'s
 */
export async function renderFirstPage(canonical: string, lang: Locale): Promise<string> {
  const manifest: Manifest = JSON.parse(canonical)
  const messages = await loadCatalogue(lang)
  const told = await whatChanged(manifest)
  // Nothing waits between choosing the language and drawing: two pages never mix theirs.
  i18n.loadAndActivate({ locale: lang, locales: formatLocale(lang), messages })
  return renderToString(
    <FirstPage asked={askedBy(manifest, answeringMinutes(manifest.scales))} told={told} />,
  )
}

/** The first language that the browser asks for and we speak, else English. @param asked the header Accept-Language */
export function languageFor(asked: string): Locale {
  const wishes = asked
    .split(',')
    .map((wish) => {
      const [tag = '', weight = '1'] = wish.trim().split(/\s*;\s*q=/i)
      return { language: tag.toLowerCase().split('-')[0], weight: Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
  for (const { language } of wishes) {
    const found = locales.find((locale) => locale === language)
    if (found) return found
  }
  return 'en'
}
