import type { SendAnswer } from '@chorus/contracts/collect'
import { requestUnnamed } from '../../../lib/api/request.ts'

/** Item id -> answer; null was not answered. */
export type SentAnswers = Readonly<Record<string, number | null>>
/** `input` and `token` are the ballot, base64url. */
export type SentBallot = { cohort: string; input: string; token: string; answers: SentAnswers }

/**
 * The answers, without saying whose they are; they finish their way when the page is being left. Sending the same again is safe: it
 * is counted once, and gives the same receipt.
 */
export async function sendBallot(wave: string, ballot: SentBallot): Promise<SendAnswer> {
  return requestUnnamed('POST', `/u/${encodeURIComponent(wave)}/send`, ballot)
}
