import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawSecret, secretOf, wordsOf } from './six-words.ts'

/** As the real list: no two words share their first four letters. */
const list = Array.from({ length: 2048 }, (_, at) => {
  const letters = at
    .toString(16)
    .padStart(3, '0')
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')
  return at % 5 === 0 ? letters : `${letters}qrst`
})

test('every secret is six words of the list, and these are the secret again, however they are typed', () => {
  const secret = fc
    .array(fc.nat(2047), { minLength: 6, maxLength: 6 })
    .map((places) => Uint8Array.from(places.flatMap((place) => [place >> 8, place & 255])))
  fc.assert(
    fc.property(secret, fc.constantFrom(' ', '\n', ', ', ' - '), (one, between) => {
      const words = wordsOf(one, list)
      expect(words).toHaveLength(6)
      expect(words.every((word) => list.includes(word))).toBe(true)
      expect(secretOf(` ${words.join(between).toUpperCase()} `, list)).toEqual(one)
      expect(secretOf(words.map((word) => word.slice(0, 4)).join(' '), list)).toEqual(one)
    }),
  )
})

test('five words, seven words, a word that is not in the list, and a list that is not whole are nothing', () => {
  const [a = '', b = ''] = list
  expect(secretOf('', list)).toBeNull()
  expect(secretOf(Array(5).fill(a).join(' '), list)).toBeNull()
  expect(secretOf(Array(7).fill(a).join(' '), list)).toBeNull()
  expect(secretOf([...Array(5).fill(b), 'chorus'].join(' '), list)).toBeNull()
  expect(secretOf(Array(6).fill(a).join(' '), list.slice(1))).toBeNull()
})

test('a drawn secret uses all eleven bits of each number and no more', () => {
  const seen = [0, 0]
  for (let times = 0; times < 200; times++)
    drawSecret().forEach((byte, at) => {
      seen[at % 2] = (seen[at % 2] ?? 0) | byte
    })
  expect(seen).toEqual([7, 255])
})
