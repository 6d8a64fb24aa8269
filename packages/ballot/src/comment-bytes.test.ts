import { commentBytes as contracted } from '@chorus/contracts/collect'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cleanComment,
  commentBytes,
  fitComment,
  mostCharacters,
  readComment,
  roomLeft,
  writeComment,
} from './comment-bytes.ts'
import { makeBoxKeys, sealBox } from './sealed-box.ts'

const anything = fc.string({ unit: 'binary', maxLength: 300 })

test('no comment and the longest one take the same bytes, on the way and in the box', () => {
  expect(commentBytes).toBe(contracted)
  const { pkS } = makeBoxKeys()
  const boxes = ['', 'a', 'x'.repeat(mostCharacters), 'é'.repeat(971)].map((text) => {
    const written = writeComment({ text, further: text === 'a' })
    expect(written).toHaveLength(commentBytes)
    const ballot = new Uint8Array(32 + 64)
    const secrets = { pkS, Kp: new Uint8Array(32), nf: new Uint8Array(32) }
    return sealBox(Uint8Array.from([...ballot, ...written]), secrets).length
  })
  expect(new Set(boxes)).toEqual(new Set([32 + 2048 + 16]))
})

test('a thousand characters fit, one more does not, and letters of several bytes fill the room sooner', () => {
  expect(roomLeft('')).toBe(mostCharacters)
  expect(roomLeft('x'.repeat(1000))).toBe(0)
  expect(roomLeft('x'.repeat(1001))).toBe(-1)
  expect(roomLeft('語'.repeat(647))).toBe(2)
  expect(roomLeft('語'.repeat(648))).toBeLessThan(0)
  expect(() => writeComment({ text: 'x'.repeat(1001), further: false })).toThrow('longer than its room')
})

test('whatever is typed, the cleaned text comes back as it was, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(anything, fc.boolean(), (typed, further) => {
      const text = cleanComment(typed)
      expect(cleanComment(text)).toBe(text)
      expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
      if (roomLeft(text) >= 0) expect(readComment(writeComment({ text, further }))).toEqual({ text, further })
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
      const text = fitComment(typed)
      expect(cleanComment(typed).startsWith(text)).toBe(true)
      expect(readComment(writeComment({ text, further: false }))?.text).toBe(text)
      if (roomLeft(cleanComment(typed)) >= 0) expect(text).toBe(cleanComment(typed))
      // No more is lost than a character, and the blank or two before it.
      else expect(roomLeft(text)).toBeLessThan(8)
    }),
  )
})

test('cleaning keeps words, lines, accents and emoji', () => {
  expect(cleanComment('  Zu viele  Termine.\r\n\r\n\r\n\tUnd: e\u0301 👩‍👧 \u202eleise\u0000 ')).toBe(
    'Zu viele Termine.\n\nUnd: é 👩‍👧 leise',
  )
})

test('bytes that no device writes are no comment', () => {
  const written = writeComment({ text: 'Good', further: false })
  const changed = (at: number, byte: number) => written.map((old, i) => (i === at ? byte : old))
  expect(readComment(written.subarray(1))).toBeNull()
  expect(readComment(changed(0, 2))).toBeNull()
  expect(readComment(changed(1, 0xff))).toBeNull()
  expect(readComment(changed(1, 0x20))).toBeNull()
  expect(readComment(changed(2, 0x00))).toBeNull()
  fc.assert(
    fc.property(fc.uint8Array({ minLength: commentBytes, maxLength: commentBytes }), (bytes) => {
      const comment = readComment(bytes)
      if (comment) expect(writeComment(comment)).toEqual(bytes)
    }),
  )
})
