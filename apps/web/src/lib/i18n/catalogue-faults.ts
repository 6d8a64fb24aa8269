import { type Place, placesOf, textsOf } from './message-places.ts'

/** Texts by id, in ICU form. */
export type Catalogue = ReadonlyMap<string, string>

/**
 * What is wrong with the texts of a language, each fault as a sentence that names the language and the text.
 * @param english what every other language is held to
 * @param givenBesides values that the source gives to a text and English has no use for, by text
 */
export function catalogueFaults(
  locale: string,
  own: Catalogue,
  english: Catalogue,
  givenBesides: Readonly<Record<string, readonly string[]>> = {},
): string[] {
  const missing = [...english.keys()]
    .filter((id) => !own.has(id))
    .map((id) => `${locale}: "${id}" is missing`)
  const extra = [...own.keys()]
    .filter((id) => !english.has(id))
    .map((id) => `${locale}: "${id}" is in no English file`)
  const wrong = [...own].flatMap(([id, text]) => {
    const reference = english.get(id)
    const faults = reference === undefined ? [] : textFaults(locale, text, reference, givenBesides[id] ?? [])
    return [...new Set(faults)].map((fault) => `${locale}: "${id}" ${fault}`)
  })
  return [...missing, ...extra, ...wrong]
}

function textFaults(locale: string, text: string, english: string, besides: readonly string[]): string[] {
  if (text.trim() === '') return ['is empty']
  if (textsOf(text).some((part) => /[{}]/.test(part)))
    return ['is not written as ICU asks: look at its braces']
  const [own, reference] = [placesOf(text), placesOf(english)]
  const given = new Set([...reference.map((place) => place.name), ...besides])
  const named = new Set(own.map((place) => place.name))
  return [
    ...reference.filter(({ name }) => !named.has(name)).map(({ name }) => `lacks the value {${name}}`),
    ...own.filter(({ name }) => !given.has(name)).map(({ name }) => `names {${name}}, which nobody gives`),
    ...own.flatMap((place) => formFaults(locale, place)),
    ...agreementFaults(locale, own, reference),
  ]
}

/** Of a plural, every form that the language has must be there, and no other one. */
function formFaults(locale: string, { name, forms }: Place): string[] {
  if (!forms) return []
  const needed: string[] = formsOf(locale)
  const exact = /^\d+$/
  return [
    ...needed.filter((form) => !forms.includes(form)).map((form) => `lacks the form "${form}" of {${name}}`),
    ...forms
      .filter((form) => !needed.includes(form) && !exact.test(form))
      .map((form) => `has the form "${form}" of {${name}}, which the language does not know`),
  ]
}

/** Where English agrees in number with a value, so must every language that can. */
function agreementFaults(locale: string, own: readonly Place[], reference: readonly Place[]): string[] {
  if (formsOf(locale).length === 1) return []
  const agreeing = new Set(own.filter((place) => place.forms).map((place) => place.name))
  return reference
    .filter((place) => place.forms && !agreeing.has(place.name))
    .map(({ name }) => `does not agree in number with {${name}}`)
}

const formsOf = (locale: string) => new Intl.PluralRules(locale).resolvedOptions().pluralCategories
