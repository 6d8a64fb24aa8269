import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionedIn, mentionOf, partsOfText, withNames } from './mention-text.ts'

const ada = '0190a000-0000-7000-8000-000000000001'
const words = fc.string({ unit: fc.constantFrom('@', '[', ']', 'a', '-', ' ', '\n', 'ü', '0') })

test('a text without mentions is its words, and an empty one has no part', () => {
  expect(partsOfText('mail me @ home, or @[nobody]')).toEqual([{ words: 'mail me @ home, or @[nobody]' }])
  expect(partsOfText('')).toEqual([])
})

test('whatever stands around mentions, each is found and nothing else, and the parts are the text', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.uuid().map(mentionOf))), (pieces) => {
      const text = pieces.join('')
      const together = partsOfText(text).map((part) =>
        'person' in part ? mentionOf(part.person) : part.words,
      )
      expect(together.join('')).toBe(text)
      const meant = pieces.filter((piece) => piece.length > 30).map((piece) => piece.slice(2, -1))
      expect(mentionedIn(text)).toEqual([...new Set(meant)])
    }),
  )
})

test('names stand in place of ids', () => {
  expect(withNames(`Thank you, ${mentionOf(ada)}!`, () => 'Ada')).toBe('Thank you, @Ada!')
})
