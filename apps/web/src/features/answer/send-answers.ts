import type { BallotAnswer } from '@chorus/contracts/collect'
import { type ApiProblemCode, codeOf } from '../../lib/api/problem.ts'
import type { SentAnswers, SentBallot } from './api/send.ts'
import type { Drafts } from './draft.ts'

/** `final` means that trying again cannot help. */
export type SendOutcome =
  | { outcome: 'counted' }
  | { outcome: 'refused'; code: ApiProblemCode | 'other-group'; final: boolean }
export type SendRefused = Extract<SendOutcome, { outcome: 'refused' }>

type Post = {
  makeToken: () => Promise<{ token: string; commitment: string }>
  collectBallot: (wave: string, commitment: string) => Promise<BallotAnswer>
  sendBallot: (wave: string, ballot: SentBallot) => Promise<void>
}

/**
 * Collects the ballot (named), then sends the answers with it (unnamed). Token and answers are kept on the device
 * before the first of the two requests, so that whatever breaks, trying again sends the same.
 * @param cohort the group that was shown to the reader
 */
export async function sendAnswers(
  wave: string,
  cohort: string,
  answers: SentAnswers,
  drafts: Drafts,
  post: Post,
): Promise<SendOutcome> {
  try {
    const unsent = drafts.unsent.read() ?? { ...(await post.makeToken()), answers, cohort: null }
    drafts.unsent.keep(unsent)
    const ballot = await post.collectBallot(wave, unsent.commitment)
    if (ballot.cohort !== cohort) return { outcome: 'refused', code: 'other-group', final: true }
    drafts.unsent.keep({ ...unsent, cohort })
    await post.sendBallot(wave, { cohort, token: unsent.token, answers: unsent.answers })
    forget(drafts)
    return { outcome: 'counted' }
  } catch (problem) {
    const code = codeOf(problem)
    const final = cannotBeMended.has(code)
    if (final) forget(drafts)
    return { outcome: 'refused', code, final }
  }
}

/**
 * Answers of somebody who used this device before and whose page never heard that they were counted. They go
 * first, with their own ballot; a reader never sends under a ballot that is not the reader's.
 */
export async function sendLeftBehind(
  wave: string,
  drafts: Pick<Drafts, 'unsent'>,
  sendBallot: Post['sendBallot'],
): Promise<SendOutcome> {
  const kept = drafts.unsent.read()
  try {
    if (kept?.cohort)
      await sendBallot(wave, { cohort: kept.cohort, token: kept.token, answers: kept.answers })
  } catch (problem) {
    const code = codeOf(problem)
    if (!cannotBeMended.has(code)) return { outcome: 'refused', code, final: false }
  }
  drafts.unsent.wipe()
  return { outcome: 'counted' }
}

const cannotBeMended: ReadonlySet<ApiProblemCode> = new Set<ApiProblemCode>([
  'wave-not-open',
  'unknown-wave',
  'not-invited',
  'ballot-already-collected',
  'ballot-spent',
  'ballot-not-valid',
])

function forget(drafts: Drafts): void {
  drafts.draft.wipe()
  drafts.unsent.wipe()
}
