import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchHits } from './search-hits.ts'

const marked = (text: string, search: string) =>
  searchHits(text, search)
    ?.map((piece) => (piece.isHit ? `<${piece.text}>` : piece.text))
    .join('') ?? null

test.each([
  ['', '', ''],
  ['', 'x', null],
  ['We talk', '  ', 'We talk'],
  ['Zu viele Überstunden', 'uberstunden', 'Zu viele <Überstunden>'],
  ['Crème, CREME', 'crème', '<Crème>, <CREME>'],
  ['Die Straße', 'stras', 'Die <Straß>e'],
  ['calendar and meetings', 'meet cal', '<cal>endar and <meet>ings'],
  ['meetings only', 'meet calendar', null],
  ['aaa', 'aa a', '<aa><a>'],
  ['会議が多い', '会議', '<会議>が多い'],
  ['الاجتماعات كثيرةٌ', 'كثيرة', 'الاجتماعات <كثيرةٌ>'],
])('in %j the search for %j marks %j', (text, search, expected) => {
  expect(marked(text, search)).toBe(expected)
})

test('the pieces are the text, and what is searched for in a text is found in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(50), fc.nat(50), (text, start, length) => {
      const search = [...text].slice(start, start + length).join('')
      expect(
        searchHits(text, search)
          ?.map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
