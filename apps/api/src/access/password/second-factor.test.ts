import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { factorAddress, newFactorKey, stepOf } from './second-factor.ts'

const key = Secret.fromLatin1('12345678901234567890').base32

/** RFC 6238, appendix B, SHA-1; of its eight digits the last six, as RFC 4226 makes them. */
const vectors: readonly [seconds: number, digits: string][] = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
]

test.each(vectors)('at %d s the digits of RFC 6238 are %s', (seconds, digits) => {
  expect(stepOf(key, digits, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
})

test('the step before and the one after count, and no further one', () => {
  const at = (seconds: number) => stepOf(key, '081804', new Date((1111111109 + seconds) * 1000))
  expect([at(-60), at(-30), at(0), at(30), at(60)]).toEqual([null, 37037036, 37037036, 37037036, null])
})

test('only six digits are looked at', () => {
  for (const text of ['', '81804', '0818041', '08180a', '٠٨١٨٠٤'])
    expect(stepOf(key, text, new Date(1111111109 * 1000))).toBe(null)
})

test('each key is new, and apps are told whose it is', () => {
  expect(newFactorKey()).toMatch(/^[A-Z2-7]{32}$/)
  expect(newFactorKey()).not.toBe(newFactorKey())
  expect(factorAddress(key, 'ada@example.org')).toMatch(/^otpauth:\/\/totp\/Chorus:ada%40example\.org\?/)
})
