import { err, ok, type Result } from '@chorus/basics/result'
import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** A ballot whose blinded element can be handed in. Only `blinded` may leave the device before the anonymous send. */
export type PreparedBallot = {
  readonly info: Uint8Array
  /** 32 bytes that nobody has seen. */
  readonly input: Uint8Array
  readonly blind: Uint8Array
  readonly blinded: Uint8Array
  /** pkB moved by the info: what the server's proof is checked against. */
  readonly tweakedKey: Uint8Array
}

/** What the server answers to a blinded element: `evaluated` has 32 bytes, `proof` 64. */
export type Evaluation = { readonly evaluated: Uint8Array; readonly proof: Uint8Array }

/** The one-time right to answer: 32 and 64 bytes. */
export type Ballot = { readonly input: Uint8Array; readonly token: Uint8Array }

/**
 * The client's first half of RFC 9497 POPRF(ristretto255, SHA-512). Everything secret is derived from the seed (32 random bytes), so a
 * device that lost the answer asks with the same blinded element again, and that is no second ballot.
 * HKDF-SHA512 with the seed as key material, the info as salt and a label: ballots of one seed for other dimensions have nothing in common.
 * @throws when pkB is no public key
 */
export function prepareBallot(seed: Uint8Array, info: Uint8Array, pkB: Uint8Array): PreparedBallot {
  const input = hkdf(sha512, seed, info, utf8ToBytes('input'), 32)
  return blindInput(input, info, pkB, hkdf(sha512, seed, info, utf8ToBytes('blind'), blindingBytes))
}

/** The second half: the server's proof is checked, then the blinding is taken off. */
export function finishBallot(
  { info, input, blind, blinded, tweakedKey }: PreparedBallot,
  { evaluated, proof }: Evaluation,
): Result<Ballot, { code: 'proof-not-valid' }> {
  try {
    const token = ristretto255_oprf.poprf(info).finalize(input, blind, evaluated, blinded, proof, tweakedKey)
    return ok({ input, token })
  } catch {
    // Another key than the one in the manifest, another info, or bytes that are no curve points.
    return err({ code: 'proof-not-valid' })
  }
}

/** Blinds any input with a scalar that is made of 48 uniform bytes: their value modulo (order - 1), plus 1, little-endian. */
export function blindInput(
  input: Uint8Array,
  info: Uint8Array,
  pkB: Uint8Array,
  uniform: Uint8Array,
): PreparedBallot {
  return { info, input, ...ristretto255_oprf.poprf(info).blind(input, pkB, () => Uint8Array.from(uniform)) }
}

/** 16 bytes more than a scalar has, so that no scalar is likelier than another. */
export const blindingBytes = 48
