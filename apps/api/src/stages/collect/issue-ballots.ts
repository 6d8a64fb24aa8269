import { isElement } from '@chorus/ballot/ballot-server'
import { present } from '@chorus/basics/assert'
import { err, ok, type Result } from '@chorus/basics/result'
import { type BallotAnswer, type BallotRequest, ballotAnswer, unitDimension } from '@chorus/contracts/collect'
import type { Issuer } from '@chorus/db/database'
import { type BallotRefused, collectBallots } from '@chorus/db/stores/ballots'
import type { Place } from '@chorus/db/stores/note-collected'
import type { Vault } from '../../vault/vault.ts'
import { blindedBytes, evaluationAt, retryTag } from './evaluation.ts'
import { keysMissing } from './keys-missing.ts'
import { collectKeysOf } from './wave-keys.ts'
import { questionsOf } from './wave-questions.ts'

/**
 * Evaluates the blinded elements of a signed-in person, one for each dimension: all or none. First it is noted, for good, that the person
 * collected; only then are the elements evaluated. The same elements again are evaluated again, others are refused.
 */
export async function issueBallots(
  { issuer, vault }: { readonly issuer: Issuer; readonly vault: Vault },
  who: { organisation: string; person: string; wave: string },
  request: BallotRequest,
  now: Date,
): Promise<Result<BallotAnswer, BallotRefused | { code: 'malformed-request' } | { code: 'too-busy' }>> {
  const questions = await questionsOf(issuer, who.wave)
  if (!questions.ok) return questions
  const { manifest, infos } = questions.value
  const cuts = Object.entries(request.cuts)
  const known = new Set(manifest.cohorts.map(({ dimension }) => dimension))
  if (cuts.some(([cut]) => !known.has(cut))) return err({ code: 'not-invited' })
  const blinded = new Map<string, Buffer>([
    ...cuts.map(([cut, bytes]): [string, Buffer] => [cut, blindedBytes(bytes)]),
    [unitDimension, blindedBytes(request.blinded)],
  ])
  if (unitDimension in request.cuts || ![...blinded.values()].every(isElement))
    return err({ code: 'malformed-request' })
  const keys = await collectKeysOf(vault, who.wave)
  if (keys === null) return keysMissing(issuer, who.wave)

  const asked = (dimension: string) => present(blinded.get(dimension), 'the element of a dimension')
  const tagOf = (place: Place) => retryTag(keys.Kt, place, asked(place.dimension))
  const collected = await collectBallots(issuer, who, [...blinded.keys()], tagOf, now)
  if (!collected.ok) return collected
  const evaluations = collected.value.map((place) => ({
    dimension: place.dimension,
    answer: evaluationAt(place, asked(place.dimension), { skB: keys.skB, infos }),
  }))
  const unit = evaluations.find(({ dimension }) => dimension === unitDimension)
  const others = evaluations.filter((one) => one !== unit)
  return ok(
    ballotAnswer.parse({
      ...unit?.answer,
      cuts: Object.fromEntries(others.map(({ dimension, answer }) => [dimension, answer])),
    }),
  )
}
