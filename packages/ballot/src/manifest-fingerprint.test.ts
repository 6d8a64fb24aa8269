import { expect, test } from 'vitest'
import { fingerprintOf } from './manifest-fingerprint.ts'

test('the vectors of FIPS 180-2: "abc" and the empty text', async () => {
  expect(await fingerprintOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(await fingerprintOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})
