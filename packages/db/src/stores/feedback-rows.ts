import type { Office } from '../database.ts'
import { listFeedback } from './feedback.ts'
import { listFeedbackRequests } from './feedback-requests.ts'

/** That there is feedback of a person, and with whom: one entry for each row. */
export type StoredFeedback = {
  readonly kind: 'received' | 'given' | 'asked' | 'asked-of-me'
  readonly with: string | null
  readonly on: string
}

export async function listStoredFeedback(
  office: Office,
  { organisation, person }: { readonly organisation: string; readonly person: string },
): Promise<StoredFeedback[]> {
  const [received, given, asked, askedOfMe] = await Promise.all([
    listFeedback(office, organisation, 'receiver', person),
    listFeedback(office, organisation, 'giver', person),
    listFeedbackRequests(office, organisation, 'asker', person),
    listFeedbackRequests(office, organisation, 'giver', person),
  ])
  const rows = (
    kind: StoredFeedback['kind'],
    some: readonly { otherName: string | null; on: string }[],
  ): StoredFeedback[] => some.map(({ otherName, on }) => ({ kind, with: otherName, on }))
  return [
    ...rows('received', received),
    ...rows('given', given),
    ...rows('asked', asked),
    ...rows('asked-of-me', askedOfMe),
  ]
}
