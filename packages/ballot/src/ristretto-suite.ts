// Server only: imports node:crypto.
import { hash } from 'node:crypto'
import { assert } from '@chorus/basics/assert'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { sodium } from './sodium.ts'

/*
 * What RFC 9497 hashes with in its suite ristretto255-SHA512 (section 4.1), mode POPRF. Elements and scalars are 32 bytes, scalars
 * little-endian and below the order of the group.
 */

/** CreateContextString of section 3.1; 0x02 is the mode. */
export const contextString = concatBytes(
  utf8ToBytes('OPRFV1-'),
  Uint8Array.of(0x02),
  utf8ToBytes('-ristretto255-SHA512'),
)

/** An element that nobody knows the logarithm of. */
export function hashToGroup(message: Uint8Array): Uint8Array {
  return sodium.crypto_core_ristretto255_from_hash(expandMessage(message, groupTag))
}

/** The 64 uniform bytes modulo the order. */
export function hashToScalar(message: Uint8Array): Uint8Array {
  return sodium.crypto_core_ristretto255_scalar_reduce(expandMessage(message, scalarTag))
}

/** SHA-512: 64 bytes. */
export function sha512(message: Uint8Array): Uint8Array {
  return new Uint8Array(hash('sha512', message, 'buffer'))
}

/** I2OSP(length, 2) || bytes: how the RFC writes what it hashes, so that no two lists of things give the same bytes. */
export function framed(bytes: Uint8Array): Uint8Array {
  return concatBytes(twoBytes(bytes.length), bytes)
}

/** I2OSP(number, 2). @throws above 65535: the RFC takes no longer inputs */
export function twoBytes(number: number): Uint8Array {
  assert(number <= 0xffff, 'a number of two bytes')
  return Uint8Array.of(number >> 8, number & 0xff)
}

const groupTag = taggedWith('HashToGroup-')
const scalarTag = taggedWith('HashToScalar-')

/** DST_prime of RFC 9380: the domain separation tag with its length behind. */
function taggedWith(name: string): Uint8Array {
  const tag = concatBytes(utf8ToBytes(name), contextString)
  return concatBytes(tag, Uint8Array.of(tag.length))
}

/** expand_message_xmd of RFC 9380 (section 5.3.1) with SHA-512, for 64 bytes: these are one block, b_1. */
function expandMessage(message: Uint8Array, tag: Uint8Array): Uint8Array {
  const first = sha512(concatBytes(emptyBlock, message, twoBytes(64), Uint8Array.of(0), tag))
  return sha512(concatBytes(first, Uint8Array.of(1), tag))
}

/** Z_pad: as long as a block that SHA-512 takes in. */
const emptyBlock = new Uint8Array(128)
