import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js'
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nobleServer } from '../test/support/noble-server.ts'
import { finishBallot, prepareBallot } from './ballot-client.ts'
import { evaluateBlinded, evaluateInput, isElement, makeBallotKeys, verifyBallot } from './ballot-server.ts'
import { publicKeyOf } from './secret-key.ts'

const { Point } = ristretto255
const { Fn } = Point
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const keys = fc.bigInt({ min: 1n, max: Fn.ORDER - 1n }).map((number) => {
  const skB = Fn.toBytes(number)
  return { skB, pkB: Point.BASE.multiply(number).toBytes() }
})
const infos = fc.uint8Array({ maxLength: 300 })
const few = { numRuns: 20 }

test('noble makes the same token of every key, info and input', () => {
  fc.assert(
    fc.property(keys, infos, fc.uint8Array({ maxLength: 300 }), ({ skB, pkB }, info, input) => {
      expect(publicKeyOf(skB)).toEqual(pkB)
      expect(evaluateInput(skB, info, input)).toEqual(nobleServer(info).evaluateInput(skB, input))
    }),
    few,
  )
})

test('noble evaluates every element to the same bytes; the client takes the proofs of both, and both end in one ballot', () => {
  fc.assert(
    fc.property(keys, infos, bytes(32), ({ skB, pkB }, info, seed) => {
      const prepared = prepareBallot(seed, info, pkB)
      const ours = evaluateBlinded(skB, info, prepared.blinded)
      const theirs = nobleServer(info).evaluateBlinded(skB, prepared.blinded)
      expect(ours.ok && ours.value.evaluated).toEqual(theirs.evaluated)
      const [ballot, other] = [ours.ok && finishBallot(prepared, ours.value), finishBallot(prepared, theirs)]
      expect(ballot).toEqual(other)
      expect(other.ok && verifyBallot(skB, info, other.value.input, other.value.token)).toBe(true)
    }),
    few,
  )
})

test('the scalar of a proof is new each time', () => {
  const { skB, pkB } = makeBallotKeys()
  const info = Uint8Array.of(1)
  const { blinded } = prepareBallot(new Uint8Array(32), info, pkB)
  const [one, other] = [evaluateBlinded(skB, info, blinded), evaluateBlinded(skB, info, blinded)]
  expect(one.ok && other.ok && one.value.evaluated).toEqual(other.ok && other.value.evaluated)
  expect(one).not.toEqual(other)
})

/** RFC 9496, appendix A.3, some of each kind, and the identity, which the RFC can write and nobody may hand in. */
const refused = [
  ['the identity', '00'.repeat(32)],
  ['not canonical', `00${'ff'.repeat(31)}`],
  ['not canonical', `${'ff'.repeat(31)}7f`],
  ['not canonical', `ed${'ff'.repeat(30)}7f`],
  ['negative', `01${'00'.repeat(31)}`],
  ['negative', 'ed57ffd8c914fb201471d1c3d245ce3c746fcbe63a3679d51b6a516ebebe0e20'],
  ['no square', '26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371'],
  ['too short', '76'.repeat(31)],
  ['too long', '76'.repeat(33)],
  ['nothing', ''],
] as const

test.each(refused)('%s is refused as an element: %s', (_, hex) => {
  const { skB } = makeBallotKeys()
  const element = hexToBytes(hex)
  expect(isElement(element)).toBe(false)
  expect(evaluateBlinded(skB, new Uint8Array(), element)).toEqual({
    ok: false,
    error: { code: 'element-not-valid' },
  })
})

test('of any 32 bytes, ours and noble say alike whether they are an element', () => {
  const elements = keys.map(({ pkB }) => pkB)
  fc.assert(
    fc.property(fc.oneof(bytes(32), elements), (element) => {
      expect(isElement(element)).toBe(isElementForNoble(element))
    }),
    { numRuns: 300 },
  )
})

test('a key that the info moves to zero is refused: the RFC calls it InverseError', () => {
  const info = utf8ToBytes('some info')
  const tag = concatBytes(
    utf8ToBytes('HashToScalar-OPRFV1-'),
    Uint8Array.of(2),
    utf8ToBytes('-ristretto255-SHA512'),
  )
  const framed = concatBytes(utf8ToBytes('Info'), Uint8Array.of(0, info.length), info)
  const skB = Fn.toBytes(Fn.neg(ristretto255_hasher.hashToScalar(framed, { DST: tag })))
  const element = Point.BASE.toBytes()
  expect(() => evaluateBlinded(skB, info, element)).toThrow('no info is the negative of a key')
  expect(() => evaluateInput(skB, info, element)).toThrow('no info is the negative of a key')
  expect(evaluateBlinded(skB, utf8ToBytes('other info'), element).ok).toBe(true)
})

test('what is no key is refused, not reduced: zero, the order and above, other lengths', () => {
  const order = Fn.toBytes(Fn.ORDER - 1n).map((byte, at) => (at === 0 ? byte + 1 : byte))
  const high = new Uint8Array(32)
  high[31] = 0x80
  for (const bad of [
    new Uint8Array(32),
    order,
    high,
    new Uint8Array(32).fill(0xff),
    new Uint8Array(31).fill(1),
    new Uint8Array(33).fill(1),
  ]) {
    expect(() => publicKeyOf(bad)).toThrow('key')
    expect(() => evaluateInput(bad, new Uint8Array(), new Uint8Array(32))).toThrow('key')
  }
})

function isElementForNoble(element: Uint8Array): boolean {
  try {
    return !Point.fromBytes(element).equals(Point.ZERO)
  } catch {
    return false
  }
}
