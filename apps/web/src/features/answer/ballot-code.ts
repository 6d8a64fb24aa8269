// Loaded only after the first control of the page works: it brings the elliptic curve with it.
import { finishBallot, type PreparedBallot } from '@chorus/ballot/ballot-client'
import { ballotInfo } from '@chorus/ballot/ballot-info'
import { fromBase64url, toBase64url } from '@chorus/ballot/base64url'
import { leafOfBallot } from '@chorus/ballot/leaf-of-ballot'
import { prepareOnDevice } from '@chorus/ballot/prepare-on-device'
import { verifyReceipt } from '@chorus/ballot/receipt'
import { replyPublicKey, replySeeds } from '@chorus/ballot/reply-keys'
import type { BallotAnswer, SendAnswer } from '@chorus/contracts/collect'
import type { BlindedElements } from './api/ballot.ts'
import type { Kept, KeptBallot } from './kept.ts'
import { unitDimension } from './unit-dimension.ts'

export type Rights = KeptBallot['right'] & object

/** What may be handed in, and how to finish what comes back. Made from the seed alone: twice the same. */
export async function blindedBy(kept: Kept): Promise<{
  elements: BlindedElements
  finish: (answer: BallotAnswer) => Map<string, Rights> | undefined
}> {
  const pkB = fromBase64url(kept.pkB)
  const prepared = new Map<string, PreparedBallot>()
  for (const { dimension, cohort } of kept.ballots) {
    const info = ballotInfo({ wave: kept.wave, dimension, cohort, fingerprint: kept.fingerprint })
    prepared.set(dimension, await prepareOnDevice(fromBase64url(kept.seed), info, pkB))
  }
  return { elements: elementsOf(prepared), finish: (answer) => finished(prepared, answer) }
}

/** The leaf when the signature is the wave's own on this very ballot. */
export async function leafWhenSigned(
  kept: Kept,
  { cohort, right }: KeptBallot,
  answer: SendAnswer,
): Promise<string | undefined> {
  if (!right) return undefined
  const leaf = await leafOfBallot(cohort, fromBase64url(right.input))
  const isOurs =
    toBase64url(leaf) === answer.leaf &&
    verifyReceipt({ wave: kept.wave, cohort, leaf }, fromBase64url(answer.sig), fromBase64url(kept.pkR))
  return isOurs ? answer.leaf : undefined
}

/** Scale -> the key that answers to its comment are sealed to, base64url: for comments that say nothing, too. None without a secret. */
export async function replyKeysOf({
  secret,
  wave,
  ballots,
}: Kept): Promise<Readonly<Record<string, string>>> {
  const scales = ballots.flatMap(({ scale }) => scale ?? [])
  if (!secret || scales.length === 0) return {}
  const seeds = await replySeeds(fromBase64url(secret), wave, scales)
  return Object.fromEntries([...seeds].map(([scale, seed]) => [scale, toBase64url(replyPublicKey(seed))]))
}

function elementsOf(prepared: ReadonlyMap<string, PreparedBallot>): BlindedElements {
  const elements = [...prepared].map(([dimension, { blinded }]) => [dimension, toBase64url(blinded)] as const)
  const { [unitDimension]: blinded = '', ...cuts } = Object.fromEntries(elements)
  return { blinded, cuts }
}

/** Undefined when one of the proofs does not hold: the server used another key than the one everybody was shown. */
function finished(
  prepared: ReadonlyMap<string, PreparedBallot>,
  answer: BallotAnswer,
): Map<string, Rights> | undefined {
  const rights = new Map<string, Rights>()
  for (const [dimension, one] of prepared) {
    const evaluation = dimension === unitDimension ? answer : answer.cuts[dimension]
    if (!evaluation) return undefined
    const { evaluated, proof } = evaluation
    const ballot = finishBallot(one, { evaluated: fromBase64url(evaluated), proof: fromBase64url(proof) })
    if (!ballot.ok) return undefined
    rights.set(dimension, { input: toBase64url(ballot.value.input), token: toBase64url(ballot.value.token) })
  }
  return rights
}
