import { createHmac } from 'node:crypto'
import { canonicalJson } from '@chorus/ballot/canonical-json'
import { commitmentOf } from '@chorus/ballot/one-time-token'
import { err, type Result } from '@chorus/basics/result'
import type { SendRequest } from '@chorus/contracts/collect'
import type { Urn } from '@chorus/db/database'
import { type DropRefused, dropAnswers } from '@chorus/db/stores/ballot-inbox'
import { completeAnswers, questionsOf } from './wave-questions.ts'

/**
 * Takes in the answers of somebody who shows a one-time token, and nothing else about the sender.
 * Answers that do not fit are refused before the ballot is used up.
 */
export async function dropBallot(
  urn: Urn,
  waveId: string,
  sent: SendRequest,
  now: Date,
): Promise<Result<void, DropRefused | { code: 'unknown-wave' } | { code: 'answers-malformed' }>> {
  const questions = await questionsOf(urn, waveId)
  if (!questions.ok) return questions
  const answers = completeAnswers(questions.value.manifest, sent.answers)
  if (answers === null) return err({ code: 'answers-malformed' })
  return dropAnswers(
    urn,
    {
      organisation: questions.value.organisation,
      wave: waveId,
      cohort: sent.cohort,
      commitment: Buffer.from(await commitmentOf(sent.token), 'base64url'),
      digest: createHmac('sha256', Buffer.from(sent.token, 'base64url'))
        .update(canonicalJson(answers))
        .digest(),
      answers,
    },
    now,
  )
}
