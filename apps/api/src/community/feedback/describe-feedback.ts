import type { FeedbackRequest, GivenFeedback, ReceivedFeedback } from '@chorus/contracts/feedback'
import type { NamedFeedback } from '@chorus/db/stores/feedback'
import type { NamedRequest } from '@chorus/db/stores/feedback-requests'
import type { SealedTexts } from '../../vault/sealed-texts.ts'
import { openNote, openWords } from './sealed-words.ts'

/** Without its words: they are opened one by one. */
export function describeReceived(row: NamedFeedback) {
  const { id, on, read, helpful, thanked } = row
  return {
    id,
    with: named(row.giver, row.otherName),
    on,
    read,
    helpful,
    thanked,
  } satisfies Record<keyof ReceivedFeedback, unknown>
}

export function describeGiven(row: NamedFeedback, secrets: SealedTexts) {
  return {
    ...describeReceived(row),
    with: named(row.receiver, row.otherName),
    words: openWords(secrets, row, row.words),
  } satisfies Record<keyof GivenFeedback, unknown>
}

/** @param other the id of the other one of the two */
export function describeRequest(row: NamedRequest, other: string, secrets: SealedTexts) {
  const { id, on, declined } = row
  return {
    id,
    with: { person: other, name: row.otherName },
    question: openNote(secrets, row, row.question),
    on,
    declined: declined && { words: openNote(secrets, row, declined) },
  } satisfies Record<keyof FeedbackRequest, unknown>
}

function named(person: string | null, name: string | null) {
  return person !== null && name !== null ? { person, name } : null
}
