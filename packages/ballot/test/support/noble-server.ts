import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import type { Evaluation } from '../../src/ballot-client.ts'

/** The server's half once more, by other people (@noble/curves): what ours is compared with, in tests and in `pnpm bench ballots`. */
export function nobleServer(info: Uint8Array) {
  const protocol = ristretto255_oprf.poprf(info)
  return {
    evaluateBlinded: (skB: Uint8Array, blinded: Uint8Array): Evaluation =>
      protocol.blindEvaluate(skB, blinded),
    evaluateInput: (skB: Uint8Array, input: Uint8Array): Uint8Array => protocol.evaluate(skB, input),
  }
}
