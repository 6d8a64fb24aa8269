// Server only: libsodium.
import { timingSafeEqual } from 'node:crypto'
import { assert } from '@chorus/basics/assert'
import { concatBytes } from '@noble/hashes/utils.js'
import { sodium } from './sodium.ts'

/** The public key of a secret one, 32 bytes each. @throws when the bytes are no secret key */
export function publicKeyOf(secret: Uint8Array): Uint8Array {
  assertKey(secret)
  return sodium.crypto_scalarmult_ristretto255_base(secret)
}

/** @throws when the bytes are no secret key: another length, zero, or not below the order (which libsodium would reduce) */
export function assertKey(scalar: Uint8Array): void {
  assert(scalar.length === sodium.crypto_core_ristretto255_SCALARBYTES, 'a key has 32 bytes')
  const reduced = sodium.crypto_core_ristretto255_scalar_reduce(concatBytes(scalar, new Uint8Array(32)))
  assert(timingSafeEqual(reduced, scalar), 'a key is below the order')
  assert(!sodium.is_zero(scalar), 'a key is not zero')
}
