import { findReview } from '@chorus/db/stores/reviews'
import type { FindSubject } from '../subject.ts'
import { leadOf, mayRead } from './readable-review.ts'

/** Only what is shared is replied to: until then, those who take part write in the review itself. */
export const reviewAsSubject: FindSubject = async (office, organisation, id) => {
  const row = await findReview(office, { organisation, id }, null)
  return (
    row && {
      organisation,
      kind: 'review',
      id,
      title: row.title,
      unit: { id: row.unit, name: row.unitName },
      audience: row.audience,
      author: leadOf(row),
      mayRead: async (reader) => {
        const asRead = await findReview(office, { organisation, id }, reader.person.id)
        return asRead !== null && mayRead(office, reader, asRead)
      },
      unshared: row.state !== 'shared',
    }
  )
}
