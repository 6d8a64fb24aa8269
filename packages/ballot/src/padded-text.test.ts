import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cleanText,
  fitText,
  mostCharacters,
  readText,
  roomLeft,
  textBytes,
  writeText,
} from './padded-text.ts'

const anything = fc.string({ unit: 'binary', maxLength: 300 })

test('a thousand characters fit, one more does not, and letters of several bytes fill the room sooner', () => {
  expect(roomLeft('')).toBe(mostCharacters)
  expect(roomLeft('x'.repeat(1000))).toBe(0)
  expect(roomLeft('x'.repeat(1001))).toBe(-1)
  expect(roomLeft('語'.repeat(637))).toBe(0)
  expect(roomLeft('語'.repeat(638))).toBeLessThan(0)
  expect(() => writeText('x'.repeat(1001))).toThrow('longer than its room')
})

test('whatever is typed, the cleaned text comes back as it was, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(anything, (typed) => {
      const text = cleanText(typed)
      expect(cleanText(text)).toBe(text)
      expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
      if (roomLeft(text) < 0) return
      expect(writeText(text)).toHaveLength(textBytes)
      expect(readText(writeText(text))).toBe(text)
    }),
  )
})

test('whatever is typed, as much of it as fits can be sent', () => {
  const long = fc.string({
    unit: fc.constantFrom('a', ' ', '\n', 'é', 'e\u0301', '語', '👩‍👧'),
    minLength: 600,
    maxLength: 2500,
    size: 'max',
  })
  fc.assert(
    fc.property(long, (typed) => {
      const text = fitText(typed)
      expect(cleanText(typed).startsWith(text)).toBe(true)
      expect(readText(writeText(text))).toBe(text)
      if (roomLeft(cleanText(typed)) >= 0) expect(text).toBe(cleanText(typed))
      // No more is lost than a character, and the blank or two before it.
      else expect(roomLeft(text)).toBeLessThan(8)
    }),
  )
})

test('cleaning keeps words, lines, accents and emoji', () => {
  expect(cleanText('  Zu viele  Termine.\r\n\r\n\r\n\tUnd: e\u0301 👩‍👧 \u202eleise\u0000 ')).toBe(
    'Zu viele Termine.\n\nUnd: é 👩‍👧 leise',
  )
})
