import { assert } from '@chorus/basics/assert'
import { ristretto255 } from '@noble/curves/ed25519.js'
import { numberToBytesLE } from '@noble/curves/utils.js'

const { Fn } = ristretto255.Point

/** The 48 uniform bytes of which `blindInput` makes exactly this scalar (32 bytes, little-endian, 1 to order - 1). */
export function uniformFor(scalar: Uint8Array): Uint8Array {
  const number = Fn.fromBytes(scalar)
  assert(!Fn.is0(number), 'the scalar is not zero')
  return numberToBytesLE(number - 1n, 48)
}
