import { type Review, review } from '@chorus/contracts/reviews'
import type { ActionRow } from '@chorus/db/stores/actions'
import { listReviewActions, listReviewLessons } from '@chorus/db/stores/review-outcomes'
import { listParts } from '@chorus/db/stores/review-parts'
import { listParticipants } from '@chorus/db/stores/review-people'
import type { SignedIn } from '../../http/permission.ts'
import type { Parts } from '../../parts.ts'
import { mayDo } from '../actions/action-rights.ts'
import { reachOf } from '../reach.ts'
import { describeReview } from './describe-review.ts'
import { mayMove, mayTakeBack, readableReview } from './readable-review.ts'

/** A review as somebody reads it. @throws ProblemError unknown-subject */
export async function showReview(
  { database: { office }, now }: Parts,
  reader: SignedIn,
  id: string,
): Promise<Review> {
  const row = await readableReview(office, reader, id)
  const [parts, participants, actions, moments, reach] = await Promise.all([
    listParts(office, row),
    listParticipants(office, row),
    listReviewActions(office, row),
    listReviewLessons(office, row),
    reachOf(office, reader),
  ])
  const may = { write: row.takesPart, move: mayMove(reader, row), takeBack: mayTakeBack(reader, row) }
  const today = now().toISOString().slice(0, 'yyyy-mm-dd'.length)
  const held = {
    parts,
    participants,
    actions,
    moments: new Set(moments),
    mayDo: (action: ActionRow) => mayDo(reader, reach.keeps(action.unit), action.owner),
  }
  return review.parse(describeReview(row, held, may, today))
}
