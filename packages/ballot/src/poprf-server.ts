// Server only: libsodium.
import { assert } from '@chorus/basics/assert'
import { remembered } from '@chorus/basics/remembered'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Evaluation } from './ballot-client.ts'
import { generateProof } from './dleq-proof.ts'
import { framed, hashToGroup, hashToScalar, sha512 } from './ristretto-suite.ts'
import { assertKey } from './secret-key.ts'
import { sodium } from './sodium.ts'

/**
 * BlindEvaluate of RFC 9497 (section 3.3.3) for one element.
 * @param blindedElement an element that was checked
 * @param r the proof's random scalar, for this call alone
 */
export function blindEvaluate(
  skS: Uint8Array,
  blindedElement: Uint8Array,
  info: Uint8Array,
  r: Uint8Array,
): Evaluation {
  const { t, inverse, tweakedKey } = tweak(skS)(info)
  const evaluated = sodium.crypto_scalarmult_ristretto255(inverse, blindedElement)
  return { evaluated, proof: generateProof(t, tweakedKey, evaluated, blindedElement, r) }
}

/** Evaluate of RFC 9497 (section 3.3.3): the 64 bytes that a client ends with. */
export function evaluate(skS: Uint8Array, input: Uint8Array, info: Uint8Array): Uint8Array {
  const { inverse } = tweak(skS)(info)
  const evaluatedElement = sodium.crypto_scalarmult_ristretto255(inverse, hashToGroup(input))
  return sha512(concatBytes(...[input, info, evaluatedElement].map(framed), utf8ToBytes('Finalize')))
}

/**
 * The key as the info moves it. All people of a cohort share one, so it is worked out once for each key and info, and
 * forgotten together with either.
 */
const tweak = remembered((skS: Uint8Array) => {
  assertKey(skS)
  return remembered((info: Uint8Array) => {
    const m = hashToScalar(concatBytes(utf8ToBytes('Info'), framed(info)))
    const t = sodium.crypto_core_ristretto255_scalar_add(skS, m)
    // The RFC's InverseError. Whoever sees it should replace the key.
    assert(!sodium.is_zero(t), 'no info is the negative of a key')
    return {
      t,
      inverse: sodium.crypto_core_ristretto255_scalar_invert(t),
      tweakedKey: sodium.crypto_scalarmult_ristretto255_base(t),
    }
  })
})
