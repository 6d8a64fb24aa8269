import { findReview } from '@chorus/db/stores/reviews'
import type { FindSubject } from '../subject.ts'

/** Only what is shared is replied to: until then, those who take part write in the review itself. */
export const reviewAsSubject: FindSubject = async (office, organisation, id) => {
  const row = await findReview(office, { organisation, id }, null)
  if (row?.state !== 'shared') return null
  return {
    organisation,
    kind: 'review',
    id,
    title: row.title,
    unit: { id: row.unit, name: row.unitName },
    audience: row.audience,
    author: row.facilitator,
  }
}
