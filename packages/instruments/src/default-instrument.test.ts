import type { Scale } from '@chorus/contracts/instrument'
import { type Locale, locales } from '@chorus/contracts/locale'
import { expect, test } from 'vitest'
import { defaultInstrument } from './default-instrument.ts'

const items = defaultInstrument.scales.flatMap((scale) => scale.items)
const capitalised = /^\p{Lu}.*\.$/u
const sentence: Record<Locale, RegExp> = {
  en: capitalised,
  de: capitalised,
  fr: capitalised,
  es: capitalised,
  pt: capitalised,
  ja: /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー、]+。$/u,
  ar: /^[\p{sc=Arab}\p{M} ،]+\.$/u,
}
/** Words between spaces; Japanese has none, and about two and a half characters stand for one. */
const wordsOf = (text: string, locale: Locale) =>
  locale === 'ja' ? Math.ceil(text.length / 2.5) : text.split(/\s+/).length
const shape = (scale: Scale) => [scale.id, scale.role, scale.items.length]

test('holds the scales of the design, in the order in which people see them', () => {
  expect(defaultInstrument.scales.map(shape)).toEqual([
    ['psychological-safety', 'core', 7],
    ['belonging', 'core', 5],
    ['learning-from-mistakes', 'rotating', 5],
    ['standards', 'rotating', 4],
    ['leader-as-model', 'rotating', 5],
    ['learning-community', 'rotating', 5],
    ['outcomes', 'outcome', 4],
    ['follow-through', 'outcome', 1],
  ])
})

test('only items 1, 3 and 5 of psychological safety are reversed', () => {
  expect(items.filter((item) => item.reversed).map((item) => item.id)).toEqual([
    'safety-1',
    'safety-3',
    'safety-5',
  ])
})

test('every item is a short sentence in every language, answered from 1 to 7', () => {
  for (const item of items) {
    expect([item.min, item.max]).toEqual([1, 7])
    for (const locale of locales) {
      const text = item.text[locale] ?? ''
      expect(text, `${item.id} lacks its ${locale} text, or it is no sentence`).toMatch(sentence[locale])
      expect(wordsOf(text, locale), `${item.id} is too long in ${locale}`).toBeLessThanOrEqual(15)
    }
  }
})

test('no item has a text in a language that is not offered', () => {
  for (const item of items) expect(Object.keys(item.text).sort(), item.id).toEqual([...locales].sort())
})

test('German texts address nobody as du or Sie', () => {
  for (const item of items) expect(item.text.de).not.toMatch(/\b(du|dein\w*|dir|dich|Sie|Ihr\w*|Ihnen)\b/)
})

test('every scale has a name in every language and says that its wording is our own', () => {
  for (const scale of defaultInstrument.scales) {
    expect(Object.keys(scale.name).sort(), scale.id).toEqual([...locales].sort())
    expect(scale.source).toMatch(/own wording, not the validated one|statements? of our own/i)
  }
})

test('no two texts and no two ids are the same', () => {
  const ids = [...items.map((item) => item.id), ...defaultInstrument.scales.map((scale) => scale.id)]
  expect(new Set(ids).size).toBe(ids.length)
  for (const locale of locales)
    expect(new Set(items.map((item) => item.text[locale])).size).toBe(items.length)
})
