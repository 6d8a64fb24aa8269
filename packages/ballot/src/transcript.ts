// Server only: imports node:crypto.
import { randomBytes, randomUUID } from 'node:crypto'
import { assert } from '@chorus/basics/assert'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { blindInput, finishBallot, prepareBallot } from './ballot-client.ts'
import { ballotInfo } from './ballot-info.ts'
import { evaluateBlinded, makeBallotKeys, verifyBallot } from './ballot-server.ts'
import { uniformFor } from './scalar.ts'
import { publicKeyOf } from './secret-key.ts'

/** In the order of the protocol. */
export const transcriptParts = [
  'sk',
  'pk',
  'info',
  'input',
  'blind',
  'blinded',
  'evaluated',
  'proof',
  'output',
] as const
export type TranscriptPart = (typeof transcriptParts)[number]

/** One whole run of the protocol in lower-case hex, scalars little-endian as in RFC 9497: for other implementations to check. */
export type Transcript = Readonly<Record<TranscriptPart, string>>

/** A fresh run with a key of its own, made by the code that runs in the browser and on the server. */
export function makeTranscript(): Transcript {
  const { skB, pkB } = makeBallotKeys()
  const fingerprint = randomBytes(32).toString('hex')
  const info = ballotInfo({ wave: randomUUID(), dimension: 'unit', cohort: randomUUID(), fingerprint })
  const prepared = prepareBallot(Uint8Array.from(randomBytes(32)), info, pkB)
  const evaluation = evaluateBlinded(skB, info, prepared.blinded)
  assert(evaluation.ok, 'what we blind is an element')
  const ballot = finishBallot(prepared, evaluation.value)
  assert(ballot.ok, 'what we prove holds')
  const bytes = { sk: skB, pk: pkB, ...prepared, ...evaluation.value, output: ballot.value.token }
  return partsOf((part) => bytesToHex(bytes[part]))
}

/** The first part that does not follow from those before it; undefined when the whole transcript holds. */
export function wrongPartOf(transcript: Transcript): TranscriptPart | undefined {
  const { sk, pk, info, input, blind, blinded, evaluated, proof, output } = partsOf((part) =>
    hexToBytes(transcript[part]),
  )
  const prepared = attempt(() => blindInput(input, info, pk, uniformFor(blind)))
  const evaluation = attempt(() => evaluateBlinded(sk, info, blinded))
  const finished = prepared && finishBallot(prepared, { evaluated, proof })
  if (
    !same(
      attempt(() => publicKeyOf(sk)),
      pk,
    )
  )
    return 'pk'
  if (!prepared) return 'blind'
  if (!same(prepared.blinded, blinded)) return 'blinded'
  if (!evaluation?.ok || !same(evaluation.value.evaluated, evaluated)) return 'evaluated'
  if (!finished?.ok) return 'proof'
  return same(finished.value.token, output) && verifyBallot(sk, info, input, output) ? undefined : 'output'
}

function partsOf<T>(make: (part: TranscriptPart) => T): Record<TranscriptPart, T> {
  return Object.fromEntries(transcriptParts.map((part) => [part, make(part)])) as Record<TranscriptPart, T>
}

function same(left: Uint8Array | undefined, right: Uint8Array): boolean {
  return left !== undefined && bytesToHex(left) === bytesToHex(right)
}

/** Bytes from elsewhere may be no scalar and no point: then nothing comes out. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}
