import { expect, test } from 'vitest'
import { beginningOf } from './beginning-of.ts'

test('a short text is listed whole', () => {
  expect(beginningOf('We asked.')).toBe('We asked.')
  expect(beginningOf('')).toBe('')
})

test('a long text ends after a whole word, and no mention is cut in two', () => {
  const mention = '@[00000000-0000-4000-8000-000000000000]'
  expect(beginningOf(`${'word '.repeat(44)}${mention} and more`)).toBe(`${'word '.repeat(43)}word …`)
})

test('writing without spaces is cut anywhere', () => {
  expect(beginningOf('前'.repeat(300))).toBe(`${'前'.repeat(240)} …`)
})
