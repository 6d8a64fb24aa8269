import type { Scale } from '@chorus/contracts/instrument'
import { expect, test } from 'vitest'
import { defaultInstrument } from './default-instrument.ts'

const items = defaultInstrument.scales.flatMap((scale) => scale.items)
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

test('every item is a short sentence in English and in German, answered from 1 to 7', () => {
  for (const item of items) {
    expect([item.min, item.max]).toEqual([1, 7])
    for (const locale of ['en', 'de']) {
      const text = item.text[locale] ?? ''
      expect(text, `${item.id} ${locale}`).toMatch(/^\p{Lu}.*\.$/u)
      expect(text.split(/\s+/).length, `${item.id} ${locale}`).toBeLessThanOrEqual(15)
    }
  }
})

test('German texts address nobody as du or Sie', () => {
  for (const item of items) expect(item.text.de).not.toMatch(/\b(du|dein\w*|dir|dich|Sie|Ihr\w*|Ihnen)\b/)
})

test('every scale has a name in both languages and says that its wording is our own', () => {
  for (const scale of defaultInstrument.scales) {
    expect(scale.name).toEqual({ en: expect.any(String), de: expect.any(String) })
    expect(scale.source).toMatch(/own wording, not the validated one|statements? of our own/i)
  }
})

test('no two texts and no two ids are the same', () => {
  const ids = [...items.map((item) => item.id), ...defaultInstrument.scales.map((scale) => scale.id)]
  expect(new Set(ids).size).toBe(ids.length)
  for (const locale of ['en', 'de'])
    expect(new Set(items.map((item) => item.text[locale])).size).toBe(items.length)
})
