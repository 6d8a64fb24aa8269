import { locales } from '@chorus/contracts/locale'
import { expect, test } from 'vitest'
import { languageFor } from './serve-first-page.tsx'

test('the page is drawn in the first language that the browser asks for and we speak', () => {
  expect(languageFor('de-CH')).toBe('de')
  expect(languageFor('xx, en;q=0.4, de;q=0.9')).toBe('de')
  expect(languageFor('EN-gb,de')).toBe('en')
  for (const locale of locales) expect(languageFor(`xx, ${locale}-XX`)).toBe(locale)
})

test('nothing that a browser may send leaves the page without a language', () => {
  for (const asked of ['', '*', 'xx', ';;q=,', 'de;q=0', 'de;q=none', 'xx-y'.repeat(1000)])
    expect(languageFor(asked), asked.slice(0, 20)).toBe('en')
})
