import { afterEach, expect, test, vi } from 'vitest'
import { formatLocale } from './format-locale.ts'

afterEach(() => vi.unstubAllGlobals())
const browserSays = (...languages: string[]) => vi.stubGlobal('navigator', { languages })

test('numbers and dates follow the region that the browser names for the language of the page', () => {
  browserSays('de-CH', 'fr-CA', 'en', 'en-US')
  expect(['de', 'fr', 'en', 'ja'].map(formatLocale)).toEqual(['de-CH', 'fr-CA', 'en-US', 'ja'])
})

test('English without a region is written as in most of the world, day before month', () => {
  browserSays('en', 'de')
  expect(formatLocale('en')).toBe('en-GB')
})

test('Arabic has the digits 0 to 9 in every region', () => {
  for (const own of ['ar', 'ar-EG', 'ar-SA-u-nu-arab']) {
    browserSays(own)
    expect(new Intl.NumberFormat(formatLocale('ar')).format(1234.5)).toMatch(/^[0-9.,٬٫]+$/)
  }
})
