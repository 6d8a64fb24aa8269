import { hitBegins, hitEnds } from '@chorus/db/stores/lesson-search'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptPieces, hasNoSpaces, markedPieces, piecesAround } from './found-words.ts'

const joined = (pieces: { text: string }[]) => pieces.map(({ text }) => text).join('')

test('what is marked becomes pieces, and nothing else changes', () => {
  expect(markedPieces(`The ${hitBegins}release${hitEnds} of ${hitBegins}Friday${hitEnds}`)).toEqual([
    { text: 'The ', hit: false },
    { text: 'release', hit: true },
    { text: ' of ', hit: false },
    { text: 'Friday', hit: true },
  ])
  expect(markedPieces('')).toEqual([])
  expect(markedPieces('<b>nothing</b>')).toEqual([{ text: '<b>nothing</b>', hit: false }])
})

test('a part of a text says where the text goes on', () => {
  const text = 'One two three four'
  const ends = (excerpt: string) => joined(excerptPieces(excerpt, text))
  expect(ends(text)).toBe(text)
  expect(ends('One two')).toBe('One two …')
  expect(ends(`${hitBegins}two${hitEnds} three`)).toBe('… two three …')
  expect(ends('three four')).toBe('… three four')
})

test('in a text without spaces each of the words is marked, and a long text is shown around the first of them', () => {
  const long = `${'前'.repeat(200)}障害のあとで話し合う${'後'.repeat(200)}`
  const pieces = piecesAround(long, '障害 "話し合う" -会議')
  expect(pieces.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['障害', '話し合う'])
  expect(joined(pieces)).toMatch(/^… 前{60}障害.*後 …$/)
})

test('whatever is looked for, a short text comes back whole', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string(), (text, words) => {
      const pieces = piecesAround(text, words)
      expect(joined(pieces)).toContain(text)
      expect(pieces.every((piece) => piece.text !== '')).toBe(true)
    }),
  )
})

test('a writing without spaces is known by its characters', () => {
  expect(['障害', 'リリース', 'release 障'].map(hasNoSpaces)).toEqual([true, true, true])
  expect(['release', 'Übergabe', 'أخطاء', ''].map(hasNoSpaces)).toEqual([false, false, false, false])
})
