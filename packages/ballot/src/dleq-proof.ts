// Server only: libsodium.
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { contextString, framed, hashToScalar, sha512, twoBytes } from './ristretto-suite.ts'
import { sodium } from './sodium.ts'

/**
 * GenerateProof of RFC 9497 (section 2.2.1) for one pair: B is the base times k, and D is C times k, with the same k. Names are the RFC's.
 * @param r a scalar that nobody else knows and that is never used for another statement: with it the proof gives k away
 * @returns c || s, 64 bytes
 */
export function generateProof(
  k: Uint8Array,
  B: Uint8Array,
  C: Uint8Array,
  D: Uint8Array,
  r: Uint8Array,
): Uint8Array {
  const { M, Z } = computeCompositesFast(k, B, C, D)
  const t2 = sodium.crypto_scalarmult_ristretto255_base(r)
  const t3 = sodium.crypto_scalarmult_ristretto255(r, M)
  const c = hashToScalar(concatBytes(...[B, M, Z, t2, t3].map(framed), utf8ToBytes('Challenge')))
  const s = sodium.crypto_core_ristretto255_scalar_sub(r, sodium.crypto_core_ristretto255_scalar_mul(c, k))
  return concatBytes(c, s)
}

/** Of one pair there is one weight, d; k spares the second sum. */
function computeCompositesFast(k: Uint8Array, B: Uint8Array, C: Uint8Array, D: Uint8Array) {
  const seed = sha512(concatBytes(framed(B), framed(seedTag)))
  const d = hashToScalar(
    concatBytes(framed(seed), twoBytes(0), framed(C), framed(D), utf8ToBytes('Composite')),
  )
  const M = sodium.crypto_scalarmult_ristretto255(d, C)
  return { M, Z: sodium.crypto_scalarmult_ristretto255(k, M) }
}

const seedTag = concatBytes(utf8ToBytes('Seed-'), contextString)
