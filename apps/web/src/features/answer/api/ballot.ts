import type { BallotAnswer } from '@chorus/contracts/collect'
import { request } from '../../../lib/api/request.ts'

/** base64url: a blinded element for the unit tree and one for each cut. */
export type BlindedElements = { blinded: string; cuts: Readonly<Record<string, string>> }

/**
 * The one-time rights to answer. The only request of this page that says who asks: it carries no answer, and of each ballot only
 * its blinded element. Asking again with the same elements is safe.
 */
export async function collectBallots(wave: string, elements: BlindedElements): Promise<BallotAnswer> {
  return request('POST', `/w/${encodeURIComponent(wave)}/ballot`, elements)
}
