import { assert } from '@chorus/basics/assert'
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { uuidBytes } from './uuid-bytes.ts'

export type BallotScope = {
  /** UUIDs. */
  readonly wave: string
  readonly cohort: string
  /** "unit", or the name of a cut. */
  readonly dimension: string
  /** SHA-256 of the canonical manifest, hex. */
  readonly fingerprint: string
}

/**
 * What a ballot is good for, as the public info of the POPRF: a ballot that was issued for one wave, dimension, cohort and manifest
 * verifies for no other.
 *
 * "chorus-ballot/1" || 00 || wave (16) || length of the dimension (1) || dimension (UTF-8) || cohort (16) || fingerprint (32).
 * Everything has a fixed length but the dimension, and that says its own: no two scopes give the same bytes.
 */
export function ballotInfo({ wave, dimension, cohort, fingerprint }: BallotScope): Uint8Array {
  const name = utf8ToBytes(dimension)
  const print = hexToBytes(fingerprint)
  assert(name.length > 0 && name.length < 256, 'the name of a dimension has 1 to 255 bytes')
  assert(print.length === 32, 'a fingerprint has 32 bytes')
  return concatBytes(
    utf8ToBytes('chorus-ballot/1'),
    Uint8Array.of(0),
    uuidBytes(wave),
    Uint8Array.of(name.length),
    name,
    uuidBytes(cohort),
    print,
  )
}
