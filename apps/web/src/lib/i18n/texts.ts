import type { Locale } from '@chorus/contracts/locale'
import { i18n, type Messages } from '@lingui/core'
import { useMemo, useSyncExternalStore } from 'react'
import { formatLocale } from '../format/format-locale.ts'
import { directionOf } from './direction.ts'
import { isolate, type TextValues } from './isolate.ts'
import { rememberLocale } from './locale.ts'
import type { MessageId } from './message-id.ts'

export type Translate = (id: MessageId, values?: TextValues) => string

/** How an entry gets its texts: each entry carries only the catalogues that it shows. */
export type LoadCatalogue = (locale: Locale) => Promise<Messages>

let load: LoadCatalogue | undefined
let shown: Locale | undefined
let remember = rememberLocale

/**
 * Loads the texts before the first paint.
 * @param keep where another choice of the reader is kept: on this device, unless it is a shared one
 */
export async function startTexts(
  loader: LoadCatalogue,
  locale: Locale,
  keep: (locale: Locale) => void = rememberLocale,
): Promise<void> {
  load = loader
  remember = keep
  await showLocale(locale)
}

export async function changeLocale(locale: Locale): Promise<void> {
  remember(locale)
  await showLocale(locale)
}

/** Texts that were not needed at first. From then on they follow a change of language like the others. */
export async function addTexts(more: LoadCatalogue): Promise<void> {
  if (!load || !shown) throw new Error('startTexts comes first')
  i18n.load(shown, await more(shown))
  const first = load
  load = async (locale) => Object.assign({}, ...(await Promise.all([first(locale), more(locale)])))
}

/** The texts in the reader's language; the component is drawn again when the language changes. */
export function useTexts(): { t: Translate; locale: string } {
  const locale = useSyncExternalStore(onLocaleChange, () => i18n.locale)
  return useMemo(() => ({ t: translate, locale }), [locale])
}

/** Whether there is a text for what the server names. */
export function hasText(id: string): id is MessageId {
  return id in i18n.messages
}

const translate: Translate = (id, values) =>
  i18n._(id, directionOf(i18n.locale) === 'rtl' ? isolate(values) : values)

const onLocaleChange = (told: () => void) => i18n.on('change', told)

async function showLocale(locale: Locale): Promise<void> {
  if (!load) throw new Error('startTexts comes first')
  shown = locale
  const messages = await load(locale)
  document.documentElement.lang = locale
  document.documentElement.dir = directionOf(locale)
  i18n.loadAndActivate({ locale, locales: formatLocale(locale), messages })
}
