import type { KeptPart } from '@chorus/db/stores/review-parts'
import {
  findWholeReview,
  listReviewsBy,
  listReviewsOfUnits,
  rewriteReview,
} from '@chorus/db/stores/review-texts'
import { deleteReview, type ReviewRow } from '@chorus/db/stores/reviews'
import { ProblemError } from '../../http/problem.ts'
import type { TextsOfKind, Told } from '../texts-of-kind.ts'
import { partsOf } from './describe-review.ts'
import { leadOf } from './readable-review.ts'
import { rewrite, wordsByPart } from './words-of-parts.ts'

/** A draft is of whoever opened it, who alone takes it back. Later on it is the work of several: it stays, and who leads it answers for it. */
export const reviewTexts: TextsOfKind = {
  async find(office, key) {
    const whole = await findWholeReview(office, key)
    return whole && told(whole)
  },
  async inUnits(office, organisation, units) {
    return (await listReviewsOfUnits(office, organisation, units)).map(told)
  },
  async by(office, author) {
    return (await listReviewsBy(office, author)).map(told)
  },
  async remove(office, key) {
    const whole = await findWholeReview(office, key)
    if (whole && whole.row.state !== 'draft') throw new ProblemError('review-is-shared')
    await deleteReview(office, key)
  },
  blackOut(office, key, cover) {
    return rewriteReview(office, key, (parts) => rewrite(partsOf(parts), within(cover)))
  },
}

/** No field of a review is shorter than its title, so that what is covered fits wherever the words did. */
const shortestField = 140

function within(cover: (words: string) => string) {
  return (words: string) => cover(words).slice(0, Math.max(words.length, shortestField))
}

function told({ row, parts }: { row: ReviewRow; parts: readonly KeptPart[] }): Told {
  const written = partsOf(parts)
  return {
    id: row.id,
    title: row.title,
    unit: { id: row.unit, name: row.unitName },
    author: row.state === 'draft' ? row.openedBy : leadOf(row),
    at: row.opened,
    words: wordsByPart(written),
    facts: {
      state: row.state,
      language: row.language,
      began: row.began,
      ended: row.ended,
      due: row.due,
      moments: written.timeline.moments.map(({ at }) => at),
      factorKinds: written.factors.factors.map(({ kind }) => kind),
      ...(row.noticed && { noticed: row.noticed.toISOString() }),
      ...(row.restored && { restored: row.restored.toISOString() }),
      ...(row.shared && { shared: row.shared.toISOString() }),
    },
  }
}
