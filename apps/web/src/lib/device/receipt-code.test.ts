import { toBase64url } from '@chorus/ballot/base64url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReceiptCode, writeReceiptCode } from './receipt-code.ts'

const base64url = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => toBase64url(bytes))
const receipt = fc.record({
  wave: fc.uuid(),
  cohort: fc.uuid(),
  fingerprint: fc.stringMatching(/^[0-9a-f]{64}$/),
  leaf: base64url(32),
  sig: base64url(64),
})

test('every receipt is read back as it was, from a code that fits behind the # of an address', () => {
  fc.assert(
    fc.property(receipt, (one) => {
      const code = writeReceiptCode(one)
      expect(code).toMatch(/^[\w-]{214}$/)
      expect(readReceiptCode(code)).toEqual(one)
    }),
  )
})

test('anything else is no receipt', () => {
  for (const text of ['', 'main', 'A'.repeat(213), 'A'.repeat(218), '%'.repeat(214)])
    expect(readReceiptCode(text), text).toBeNull()
  fc.assert(fc.property(fc.string(), (text) => readReceiptCode(text) === null))
})
