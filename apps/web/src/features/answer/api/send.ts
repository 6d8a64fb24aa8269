import type { SendAnswer } from '@chorus/contracts/collect'
import { requestUnnamed } from '../../../lib/api/request.ts'

/** Item id -> answer; null was not answered. */
export type SentAnswers = Readonly<Record<string, number | null>>
/** A comment is base64url of always as many bytes. */
export type SentContent = { answers: SentAnswers } | { comment: string }
/** `input` and `token` are the ballot, base64url. */
export type SentBallot = { cohort: string; input: string; token: string } & SentContent

/**
 * The answers, or one comment, without saying whose they are; they finish their way when the page is being left. Sending the same again is safe: it
 * is counted once, and gives the same receipt.
 */
export async function sendBallot(wave: string, ballot: SentBallot): Promise<SendAnswer> {
  return requestUnnamed('POST', `/u/${encodeURIComponent(wave)}/send`, ballot)
}
