import type { LocalisedText, Scale } from '@chorus/contracts/instrument'
import type { DraftScale, DraftText, InstrumentDraft } from '@chorus/contracts/instruments'
import { type Locale, locales } from '@chorus/contracts/locale'

/**
 * A scale as a draft to go on from.
 * @param languages in which a name that is the same everywhere is written out
 */
export function draftScaleOf(scale: Scale, languages: readonly Locale[]): DraftScale {
  return {
    id: scale.id,
    name: draftText(scale.name, languages),
    role: scale.role,
    ...(scale.fromWave === undefined ? {} : { fromWave: scale.fromWave }),
    source: scale.source ?? '',
    items: scale.items.map((item) => ({ ...item, text: draftText(item.text, languages) })),
  }
}

/** The scales of a draft as they would be asked: the texts of its languages alone, empty where they are missing. */
export function scalesOfDraft({ scales, languages }: InstrumentDraft): Scale[] {
  return scales.map(({ name, source, items, ...scale }) => ({
    ...scale,
    name: textsIn(name, languages),
    ...(source.trim() === '' ? {} : { source: source.trim() }),
    items: items.map((item) => ({ ...item, text: textsIn(item.text, languages) })),
  }))
}

export function draftText(text: string | LocalisedText, languages: readonly Locale[]): DraftText {
  if (typeof text === 'string') return Object.fromEntries(languages.map((language) => [language, text]))
  return Object.fromEntries(locales.flatMap((locale) => (text[locale] ? [[locale, text[locale]]] : [])))
}

export function textsIn(given: DraftText, languages: readonly Locale[]): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [language, given[language]?.trim() ?? '']))
}
