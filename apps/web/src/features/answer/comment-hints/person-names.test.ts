import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personNames } from './person-names.ts'

test.each<[string, string, string[]]>([
  ['en', '', []],
  ['en', 'We talk. Nobody listens on Monday in HR.', []],
  ['en', "I think I'm heard. The team: Good.", []],
  ['en', 'We ask Priya about it', ['Priya']],
  ['en', 'Anna Schmidt says no', ['Anna Schmidt']],
  ['en', 'Thanks to Mr. Lee and Dr Who', ['Mr. Lee', 'Dr Who']],
  ['de', 'Unsere Leitung hört zu. Die Termine sind zu viele.', []],
  ['de', 'Im Team fehlt Vertrauen in die Planung', []],
  ['de', 'Herr Müller und Frau Öztürk-Lenz', ['Herr Müller', 'Frau Öztürk-Lenz']],
  ['de', 'Ohne Jana Novak ginge nichts', ['Jana Novak']],
  ['ar', 'نتحدث بصراحة', []],
])('%s: in "%s" there are %j', (locale, text, found) => {
  expect(personNames(text, locale)).toEqual(found)
})

test('words in small letters are never names, and whatever is typed is looked at without a fault', () => {
  fc.assert(
    fc.property(fc.lorem({ mode: 'sentences' }), (text) => {
      expect(personNames(text.toLowerCase(), 'en')).toEqual([])
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('en', 'de'), (text, locale) => {
      for (const name of personNames(text, locale))
        for (const word of name.split(' ')) expect(text).toContain(word)
    }),
  )
})
