import type { Review, ReviewState } from '@chorus/contracts/reviews'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { moveReview } from './api/reviews.ts'
import { useReviewChange } from './use-review-change.ts'

const next = {
  draft: [['in review', 'reviews.to-review']],
  'in review': [
    ['shared', 'reviews.to-share'],
    ['draft', 'reviews.to-draft'],
  ],
  shared: [['draft', 'reviews.to-draft']],
} as const satisfies Record<ReviewState, readonly (readonly [ReviewState, string])[]>

/** Moves a review on, and says who will read it then; or takes it back. */
export function MoveReview({ review }: { review: Review }) {
  const { t } = useTexts()
  const moving = useReviewChange(review.id)
  return (
    <div className="stack stack-tight">
      {review.state !== 'shared' && (
        <p className="small soft measure">
          {t(
            review.state === 'draft'
              ? 'reviews.then-unit'
              : review.parts.basics.audience === 'unit'
                ? 'reviews.then-unit'
                : 'reviews.then-organisation',
            { unit: review.unit.name },
          )}
        </p>
      )}
      <div className="row">
        {next[review.state].map(([state, words]) => (
          <Button
            key={state}
            look={state === 'draft' ? 'quiet' : 'main'}
            busy={moving.isPending}
            onClick={() => moving.mutate(() => moveReview(review.id, state))}
          >
            {t(words)}
          </Button>
        ))}
      </div>
      {moving.error && <ProblemNotice error={moving.error} />}
    </div>
  )
}
