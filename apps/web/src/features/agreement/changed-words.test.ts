import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedWords } from './changed-words.ts'

const read = (before: string, after: string, without: 'added' | 'removed') =>
  changedWords(before, after, 'en')
    .flat()
    .filter(({ is }) => is !== without)
    .map(({ text }) => text)
    .join('')
const withoutBreaks = (text: string) => text.replaceAll('\n', '')

test('nothing changed: nothing is marked; nothing was there: all of it is new', () => {
  expect(changedWords('', '', 'en')).toEqual([])
  expect(changedWords('Say it.', 'Say it.', 'en')).toEqual([[{ text: 'Say it.', is: 'same' }]])
  expect(changedWords('', 'Say it.', 'en')).toEqual([[{ text: 'Say it.', is: 'added' }]])
})

test('a changed word is marked alone, in its paragraph', () => {
  const found = changedWords('Stay calm.\nSay it at once.', 'Stay calm.\nSay it today.', 'en')
  expect(found[0]).toEqual([{ text: 'Stay calm.', is: 'same' }])
  expect(found[1]?.filter(({ is }) => is === 'added').map(({ text }) => text.trim())).toEqual(['today'])
})

test('words are found in languages that write without spaces', () => {
  const marked = changedWords('一日以内に言う', '一時間以内に言う', 'ja')
    .flat()
    .filter(({ is }) => is === 'same')
  expect(marked.map(({ text }) => text).join('')).toContain('以内')
})

test('without what was added it is the older version, without what was removed the newer one', () => {
  const texts = fc
    .array(fc.constantFrom('slip', 'team', 'hour', '.', '\n', ' ', 'ß', '言う', 'قل'))
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      expect(read(before, after, 'added')).toBe(withoutBreaks(before))
      expect(read(before, after, 'removed')).toBe(withoutBreaks(after))
    }),
  )
})
