import { readFileSync } from 'node:fs'
import { type Locale, languages, locales } from '@chorus/contracts/locale'
import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { z } from 'zod'
import english from './texts/en.json' with { type: 'json' }

export type MailTextId = keyof typeof english
export type MailTexts = {
  readonly locale: Locale
  readonly direction: 'ltr' | 'rtl'
  /** A text as plain text; values stand as they are given. */
  t(id: MailTextId, values?: Readonly<Record<string, string | number>>): string
}

/** The texts of mails in the language of a person on the roster ("de", "pt-BR"), else in English. */
export function mailTexts(language: string): MailTexts {
  const locale = locales.find((one) => language.toLowerCase().split(/[-_]/)[0] === one) ?? 'en'
  const known = loaded.get(locale) ?? load(locale)
  loaded.set(locale, known)
  return known
}

const loaded = new Map<Locale, MailTexts>()

function load(locale: Locale): MailTexts {
  const file = new URL(`texts/${locale}.json`, import.meta.url)
  const texts = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
  const messages = Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, compileMessage(text)]))
  const i18n = setupI18n({ locale, messages: { [locale]: messages } })
  const { direction } = languages[locale]
  return {
    locale,
    direction,
    t: (id, values) => i18n._(id, direction === 'rtl' ? isolated(values) : values),
  }
}

/** Words of the other direction keep to themselves (Unicode 2068, 2069), as on the pages. */
function isolated(values: Readonly<Record<string, string | number>> | undefined) {
  if (values === undefined) return undefined
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? `\u2068${value}\u2069` : value,
    ]),
  )
}
