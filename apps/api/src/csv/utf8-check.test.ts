import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Utf8Check } from './utf8-check.ts'

test('any text passes, wherever it is cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
      const bytes = new TextEncoder().encode(text)
      const [first = 0, second = 0] = [a % (bytes.length + 1), b % (bytes.length + 1)].sort((x, y) => x - y)
      const check = new Utf8Check()
      const parts = [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)]
      expect(parts.map((part) => check.add(part))).toEqual([null, null, null])
      expect(check.end()).toBe(null)
    }),
  )
})

test('bytes that TextDecoder refuses are refused, wherever they are cut', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), fc.nat(), (bytes, cut) => {
      const check = new Utf8Check()
      const at = cut % (bytes.length + 1)
      const found = check.add(bytes.subarray(0, at)) ?? check.add(bytes.subarray(at)) ?? check.end()
      let valid = true
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      } catch {
        valid = false
      }
      expect(found === null).toBe(valid)
    }),
    { numRuns: 2000 },
  )
})
