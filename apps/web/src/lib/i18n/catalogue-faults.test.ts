import { expect, test, vi } from 'vitest'
import { catalogueFaults } from './catalogue-faults.ts'

const english = new Map([
  ['hello', 'Hello {name}'],
  ['people', '{count, plural, one {# person in {unit}} other {# people in {unit}}}'],
])
const faults = (locale: string, hello: string, people: string) =>
  catalogueFaults(locale, new Map(Object.entries({ hello, people })), english)

const german = '{count, plural, one {# Person in {unit}} other {# Personen in {unit}}}'

test('a whole translation has no faults', () => {
  expect(faults('de', 'Hallo {name}', german)).toEqual([])
  expect(faults('ja', '{name}さん、こんにちは', '{unit}に{count}人')).toEqual([])
})

test('a text that is missing, one too many, and an empty one are named', () => {
  const own = new Map(Object.entries({ hello: ' ', other: 'x' }))
  expect(catalogueFaults('de', own, english)).toEqual([
    'de: "people" is missing',
    'de: "other" is in no English file',
    'de: "hello" is empty',
  ])
})

test('a value that is lost, and one that nobody gives, are named, also inside a plural form', () => {
  expect(faults('de', 'Hallo {nam}', german.replaceAll('{unit}', 'hier'))).toEqual([
    'de: "hello" lacks the value {name}',
    'de: "hello" names {nam}, which nobody gives',
    'de: "people" lacks the value {unit}',
  ])
})

test('a value that the source gives besides may be named', () => {
  const own = new Map(Object.entries({ hello: 'Hallo {name}, {count}', people: german }))
  expect(catalogueFaults('de', own, english, { hello: ['count'] })).toEqual([])
})

test('each of the six Arabic forms is asked for', () => {
  const two = '{count, plural, one {شخص في {unit}} other {# في {unit}}}'
  expect(faults('ar', '{name}', two).sort()).toEqual(
    ['few', 'many', 'two', 'zero'].map((form) => `ar: "people" lacks the form "${form}" of {count}`),
  )
})

test('a form that the language does not know is named', () => {
  const withOne = '{count, plural, one {#人 {unit}} other {#人 {unit}}}'
  expect(faults('ja', '{name}', withOne)).toEqual([
    'ja: "people" has the form "one" of {count}, which the language does not know',
  ])
})

test('a language with plurals has to use them where English does', () => {
  expect(faults('de', 'Hallo {name}', '{count} Personen in {unit}')).toEqual([
    'de: "people" does not agree in number with {count}',
  ])
})

test('a text with broken braces is named', () => {
  // The parser says so as well, on the console.
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(faults('de', 'Hallo {name', german)).toEqual([
    'de: "hello" is not written as ICU asks: look at its braces',
  ])
  told.mockRestore()
})
