// Server only: imports node:crypto.
import { timingSafeEqual } from 'node:crypto'
import { err, ok, type Result } from '@chorus/basics/result'
import { ristretto255, ristretto255_oprf } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Evaluation } from './ballot-client.ts'

/** The wave's POPRF key pair, 32 bytes each; the scalar is little-endian. */
export function makeBallotKeys(): { skB: Uint8Array; pkB: Uint8Array } {
  const { secretKey, publicKey } = ristretto255_oprf.poprf(Uint8Array.of()).generateKeyPair()
  return { skB: secretKey, pkB: publicKey }
}

/**
 * Issues a ballot without seeing it, with a proof that it was made with the wave's key. The same element gives the same bytes: the
 * scalar of the proof is derived from the key and the statement, as in RFC 6979, so a retry reveals nothing and no bad
 * random number can betray the key.
 * @param uniform the 48 bytes the scalar of the proof is made of; tests with published vectors give their own
 */
export function evaluateBlinded(
  skB: Uint8Array,
  info: Uint8Array,
  blinded: Uint8Array,
  uniform: Uint8Array = hkdf(sha512, skB, concatBytes(blinded, info), utf8ToBytes('proof'), 48),
): Result<Evaluation, { code: 'element-not-valid' }> {
  if (!isElement(blinded)) return err({ code: 'element-not-valid' })
  return ok(protocolFor(info).blindEvaluate(skB, blinded, () => Uint8Array.from(uniform)))
}

/** Was this ballot issued for exactly this info? In constant time. */
export function verifyBallot(
  skB: Uint8Array,
  info: Uint8Array,
  input: Uint8Array,
  token: Uint8Array,
): boolean {
  const expected = evaluateInput(skB, info, input)
  return token.length === expected.length && timingSafeEqual(token, expected)
}

/** The 64-byte token of an input, made with the key itself. */
export function evaluateInput(skB: Uint8Array, info: Uint8Array, input: Uint8Array): Uint8Array {
  return protocolFor(info).evaluate(skB, input)
}

/** A cohort's people all have the same info, and its point on the curve is made once (a tenth of the time of an evaluation). */
function protocolFor(info: Uint8Array) {
  const key = bytesToHex(info)
  const known = protocols.get(key)
  if (known) return known
  const made = makeProtocol(info)
  const [oldest] = protocols.keys()
  if (oldest !== undefined && protocols.size >= mostProtocols) protocols.delete(oldest)
  protocols.set(key, made)
  return made
}
const makeProtocol = (info: Uint8Array) => ristretto255_oprf.poprf(info)
const protocols = new Map<string, ReturnType<typeof makeProtocol>>()
const mostProtocols = 2_000

/** Whether these are the bytes of an element that can be evaluated. */
export function isElement(bytes: Uint8Array): boolean {
  try {
    return !ristretto255.Point.fromBytes(bytes).equals(ristretto255.Point.ZERO)
  } catch {
    return false
  }
}
