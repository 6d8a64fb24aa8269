import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeBoxKeys, openBox, sealBox } from './sealed-box.ts'

const { skS, pkS } = makeBoxKeys()
const [Kp, nf] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
const refused = { ok: false, error: { code: 'box-not-valid' } }

test('what was sealed comes out again, and boxes tell only how many times 2048 bytes are in them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (plaintext) => {
      const box = sealBox(plaintext, { pkS, Kp, nf })
      expect((box.length - 48) % 2048).toBe(0)
      expect(openBox(box, { skS, Kp, nf })).toEqual({ ok: true, value: plaintext })
    }),
    { numRuns: 30 },
  )
})

test('nothing and a full block: the padding holds at its edges', () => {
  for (const [size, boxed] of [
    [0, 2048],
    [2044, 2048],
    [2045, 4096],
  ] as const)
    expect(sealBox(new Uint8Array(size), { pkS, Kp, nf })).toHaveLength(boxed + 48)
})

test('it opens with both secrets and the right nullifier only', () => {
  const box = sealBox(Buffer.from('answers'), { pkS, Kp, nf })
  const other = new Uint8Array(32).fill(9)
  expect(openBox(box, { skS: makeBoxKeys().skS, Kp, nf })).toEqual(refused)
  expect(openBox(box, { skS, Kp: other, nf })).toEqual(refused)
  expect(openBox(box, { skS, Kp, nf: other })).toEqual(refused)
})

test('one bit flipped, cut off or added anywhere, and it stays shut', () => {
  const box = sealBox(Buffer.from('answers'), { pkS, Kp, nf })
  fc.assert(
    // The highest bit of an X25519 public key is ignored by definition (RFC 7748, section 5), but it is in the key's salt.
    fc.property(fc.nat({ max: box.length * 8 - 1 }), (bit) => {
      const harmed = box.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      expect(openBox(harmed, { skS, Kp, nf })).toEqual(refused)
    }),
  )
  expect(openBox(box.subarray(0, -1), { skS, Kp, nf })).toEqual(refused)
  expect(openBox(Buffer.concat([box, Buffer.of(0)]), { skS, Kp, nf })).toEqual(refused)
  expect(openBox(new Uint8Array(), { skS, Kp, nf })).toEqual(refused)
})

test('the same answers sealed twice are two different boxes', () => {
  const plaintext = Buffer.from('answers')
  expect(sealBox(plaintext, { pkS, Kp, nf })).not.toEqual(sealBox(plaintext, { pkS, Kp, nf }))
})
