import type { BallotAnswer } from '@chorus/contracts/collect'
import { request } from '../../../lib/api/request.ts'

/**
 * The one-time right to answer. The only request of this page that says who asks: it carries no answer, and of the
 * token only its hash. Asking again with the same commitment is safe.
 */
export async function collectBallot(wave: string, commitment: string): Promise<BallotAnswer> {
  return request('POST', `/w/${encodeURIComponent(wave)}/ballot`, { commitment })
}
