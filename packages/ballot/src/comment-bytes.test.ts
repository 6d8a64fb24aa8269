import { commentBytes as contracted } from '@chorus/contracts/collect'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentBytes, readComment, writeComment } from './comment-bytes.ts'
import { cleanText, mostCharacters, roomLeft } from './padded-text.ts'
import { makeBoxKeys, sealBox } from './sealed-box.ts'

const key = fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 }), { nil: null })
const some = new Uint8Array(32).fill(7)

test('no comment and the longest one take the same bytes, on the way and in the box', () => {
  expect(commentBytes).toBe(contracted)
  const { pkS } = makeBoxKeys()
  const boxes = ['', 'a', 'x'.repeat(mostCharacters), 'é'.repeat(955)].map((text) => {
    const written = writeComment({ text, further: text === 'a', replyKey: text === 'a' ? null : some })
    expect(written).toHaveLength(commentBytes)
    const ballot = new Uint8Array(32 + 64)
    const secrets = { pkS, Kp: new Uint8Array(32), nf: new Uint8Array(32) }
    return sealBox(Uint8Array.from([...ballot, ...written]), secrets).length
  })
  expect(new Set(boxes)).toEqual(new Set([32 + 2048 + 16]))
})

test('what was written comes back with the mark and the key that went with it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.boolean(),
      key,
      (typed, further, replyKey) => {
        const text = cleanText(typed)
        if (roomLeft(text) < 0) return
        expect(readComment(writeComment({ text, further, replyKey }))).toEqual({ text, further, replyKey })
      },
    ),
  )
})

test('a comment that a device wrote before there were keys may be longer than one with a key', () => {
  const text = 'é'.repeat(971)
  const bytes = new Uint8Array(commentBytes)
  bytes.set(new TextEncoder().encode(text), 1)
  expect(readComment(bytes)).toEqual({ text, further: false, replyKey: null })
})

test('bytes that no device writes are no comment', () => {
  const written = writeComment({ text: 'Good', further: false, replyKey: some })
  const changed = (at: number, byte: number) => written.map((old, i) => (i === at ? byte : old))
  expect(readComment(written.subarray(1))).toBeNull()
  expect(readComment(changed(0, 4))).toBeNull()
  expect(readComment(changed(33, 0xff))).toBeNull()
  expect(readComment(changed(33, 0x20))).toBeNull()
  expect(readComment(changed(34, 0x00))).toBeNull()
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 60, maxLength: 60 }),
      fc.integer({ min: 0, max: 4 }),
      (start, flags) => {
        const bytes = new Uint8Array(commentBytes)
        bytes.set(start)
        bytes[0] = flags
        const comment = readComment(bytes)
        if (comment) expect(writeComment(comment)).toEqual(bytes)
      },
    ),
  )
})
