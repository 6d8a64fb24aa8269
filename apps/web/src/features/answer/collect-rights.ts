import type { BallotAnswer } from '@chorus/contracts/collect'
import type { BlindedElements } from './api/ballot.ts'
import type { Kept } from './kept.ts'
import type { BallotCode, SendFault } from './send-fault.ts'
import { unitDimension } from './unit-dimension.ts'

export type Collecting = {
  getManifest: (wave: string) => Promise<{ canonical: string }>
  fingerprintOf: (canonical: string) => Promise<string>
  collectBallots: (wave: string, elements: BlindedElements) => Promise<BallotAnswer>
}

/**
 * Collects the ballots (named). The manifest is fetched once more, without credentials: what the ballots are bound to is still
 * what everybody is shown. Refuses other groups than the ones the reader saw, and a key that is not in the manifest.
 * @throws ApiProblem
 */
export async function collectRights(
  kept: Kept,
  code: BallotCode,
  post: Collecting,
): Promise<Kept | SendFault> {
  const { canonical } = await post.getManifest(kept.wave)
  if ((await post.fingerprintOf(canonical)) !== kept.fingerprint) return 'manifest-differs'
  const { elements, finish } = await code.blindedBy(kept)
  const answer = await post.collectBallots(kept.wave, elements)
  const shown = kept.ballots.every(
    ({ dimension, cohort }) =>
      (dimension === unitDimension ? answer : answer.cuts[dimension])?.cohort === cohort,
  )
  const rights = shown ? finish(answer) : undefined
  if (!rights) return 'manifest-differs'
  const ballots = kept.ballots.map((ballot) => ({ ...ballot, right: rights.get(ballot.dimension) ?? null }))
  return { ...kept, ballots }
}
