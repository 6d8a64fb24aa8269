import { requestUnnamed } from '../../../lib/api/request.ts'

/** Item id -> answer; null was not answered. */
export type SentAnswers = Readonly<Record<string, number | null>>
export type SentBallot = { cohort: string; token: string; answers: SentAnswers }

/** The answers, without saying whose they are. Sending the same again is safe: it is counted once. */
export async function sendBallot(wave: string, ballot: SentBallot): Promise<void> {
  await requestUnnamed('POST', `/u/${encodeURIComponent(wave)}/send`, ballot)
}
