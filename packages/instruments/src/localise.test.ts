import { expect, test } from 'vitest'
import { textIn } from './localise.ts'

const text = { en: 'Belonging', de: 'Zugehörigkeit' }

test('gives the wanted language, also when asked with a region', () => {
  expect([textIn(text, 'de'), textIn(text, 'de-CH'), textIn(text, 'en-GB')]).toEqual([
    'Zugehörigkeit',
    'Zugehörigkeit',
    'Belonging',
  ])
})

test('falls back to English for a language that is not there', () => {
  expect(textIn(text, 'fr')).toBe('Belonging')
})

test('a plain string is the same in every language', () => {
  expect(textIn('LEAD', 'de')).toBe('LEAD')
})
