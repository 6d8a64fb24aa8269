// Server only: imports node:crypto.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { err, ok, type Result } from '@chorus/basics/result'
import type { Evaluation } from './ballot-client.ts'
import { blindEvaluate, evaluate } from './poprf-server.ts'
import { publicKeyOf } from './secret-key.ts'
import { sodium } from './sodium.ts'

/** The wave's POPRF key pair, 32 bytes each; the scalar is little-endian. */
export function makeBallotKeys(): { skB: Uint8Array; pkB: Uint8Array } {
  const skB = sodium.crypto_core_ristretto255_scalar_random()
  return { skB, pkB: publicKeyOf(skB) }
}

/** Issues a ballot without seeing it, with a proof that it was made with the wave's key. The same element is evaluated to the same bytes. */
export function evaluateBlinded(
  skB: Uint8Array,
  info: Uint8Array,
  blinded: Uint8Array,
): Result<Evaluation, { code: 'element-not-valid' }> {
  if (!isElement(blinded)) return err({ code: 'element-not-valid' })
  return ok(blindEvaluate(skB, blinded, info, proofScalar(skB, blinded, info)))
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
  return evaluate(skB, input, info)
}

/** Whether these are the bytes of an element that can be evaluated: a canonical encoding, and not the identity (RFC 9497, section 3.3). */
export function isElement(bytes: Uint8Array): boolean {
  return (
    bytes.length === sodium.crypto_core_ristretto255_BYTES &&
    sodium.crypto_core_ristretto255_is_valid_point(bytes) &&
    !sodium.is_zero(bytes)
  )
}

/**
 * The proof's random scalar: fresh random bytes, mixed with the key and the statement. A proof with a scalar that others
 * know, or one scalar for two statements, would betray the key; this way a broken random generator alone does not, nor does a
 * computation that went wrong once and is asked for again.
 */
function proofScalar(skB: Uint8Array, blinded: Uint8Array, info: Uint8Array): Uint8Array {
  const uniform = createHmac('sha512', skB)
    .update('chorus-proof/1')
    .update(randomBytes(32))
    .update(blinded)
    .update(info)
    .digest()
  return sodium.crypto_core_ristretto255_scalar_reduce(uniform)
}
