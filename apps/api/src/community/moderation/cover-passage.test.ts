import { mentionedIn, mentionOf } from '@chorus/contracts/mention-text'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverPassage } from './cover-passage.ts'

const ada = '0190a000-0000-7000-8000-000000000001'
const left = '0190a000-0000-7000-8000-000000000002'
const nameOf = (person: string) => (person === ada ? 'Ada Lovelace' : undefined)
const cover = (text: string, passage: string) => coverPassage(text, passage, nameOf)

test('a passage is covered at every place, and nothing beside it', () => {
  expect(cover('Max was late. Max again, said Maxine.', 'Max')).toBe(
    '█████ was late. █████ again, said █████ine.',
  )
  expect(cover('Nothing of it.', 'Max')).toBe('Nothing of it.')
  expect(cover('What (exactly) [here]?', '(exactly) [here]?')).toBe('What █████')
})

test('a name goes where it is a mention, as a whole, with the words around it that were named', () => {
  expect(cover(`Ask ${mentionOf(ada)}, or Ada Lovelace.`, 'Ada Lovelace')).toBe('Ask █████, or █████.')
  expect(cover(`Ask ${mentionOf(ada)}.`, '@Ada Lovelace')).toBe('Ask █████.')
  expect(cover(`Ask ${mentionOf(ada)}.`, 'Lovelace')).toBe('Ask █████.')
  expect(cover(`It was ${mentionOf(ada)} on Friday.`, 'was @Ada Lovelace on')).toBe('It █████ Friday.')
  expect(cover(`${mentionOf(ada)} and ${mentionOf(left)}`, 'Ada Lovelace and')).toBe(
    `█████ ${mentionOf(left)}`,
  )
})

test('words are found over the end of a line', () => {
  expect(cover('Late again,\n  said Max', 'again, said')).toBe('Late █████ Max')
})

test('no passage breaks the id of a mention of somebody else', () => {
  const passages = fc.string({
    minLength: 2,
    maxLength: 4,
    unit: fc.constantFrom('0', '1', '9', 'a', '-', '@', '['),
  })
  fc.assert(
    fc.property(passages, fc.uuid(), (passage, somebody) => {
      const text = `1a ${mentionOf(somebody)} 00-9`
      expect(mentionedIn(coverPassage(text, passage, () => 'Xyz'))).toEqual([somebody])
    }),
  )
})
