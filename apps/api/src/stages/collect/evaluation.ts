import { createHmac } from 'node:crypto'
import { evaluateBlinded } from '@chorus/ballot/ballot-server'
import { uuidBytes } from '@chorus/ballot/uuid-bytes'
import { present } from '@chorus/basics/assert'
import { type SheetBallotAnswer, sheetBallotAnswer } from '@chorus/contracts/collect'
import type { Place } from '@chorus/db/stores/note-collected'
import type { CollectKeys } from './wave-keys.ts'
import type { WaveQuestions } from './wave-questions.ts'

/** HMAC-SHA-256(Kt, cohort (16) || slot (4, big-endian) || blinded (32)), its first 16 bytes. */
export function retryTag(Kt: Uint8Array, { cohort, slot }: Place, blinded: Uint8Array): Buffer {
  const place = Buffer.alloc(4)
  place.writeUInt32BE(slot)
  return createHmac('sha256', Kt)
    .update(uuidBytes(cohort))
    .update(place)
    .update(blinded)
    .digest()
    .subarray(0, 16)
}

/** The evaluation of an element at a noted place, as it travels. @param blinded a checked element: any other is a bug */
export function evaluationAt(
  { cohort }: Place,
  blinded: Uint8Array,
  { skB, infos }: Pick<CollectKeys, 'skB'> & Pick<WaveQuestions, 'infos'>,
): SheetBallotAnswer {
  const info = present(infos.get(cohort), 'the cohort in the manifest')
  const evaluation = evaluateBlinded(skB, info, blinded)
  if (!evaluation.ok) throw new Error('an element was checked and could not be evaluated')
  const { evaluated, proof } = evaluation.value
  return sheetBallotAnswer.parse({ cohort, evaluated: encode(evaluated), proof: encode(proof) })
}

export function blindedBytes(text: string): Buffer {
  return Buffer.from(text, 'base64url')
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
