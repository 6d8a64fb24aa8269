import type { Review } from '@chorus/contracts/reviews'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { MakeMoments } from './make-moments.tsx'
import { MoveReview } from './move-review.tsx'
import { PartShown } from './part-shown.tsx'
import { ReviewActions } from './review-actions.tsx'
import { partWords } from './words.ts'

const order = ['basics', 'timeline', 'decisions', 'factors', 'repair', 'lessons'] as const

/** A review as it is read, on the screen and on paper. */
export function ReviewShown({ review }: { review: Review }) {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <article className="review-sheet stack stack-wide">
        {order.map((part) => (
          <Card key={part}>
            <h2>{t(partWords[part])}</h2>
            <PartShown part={part} parts={review.parts} />
          </Card>
        ))}
        <Card>
          <h2>{t('reviews.part.actions')}</h2>
          <ReviewActions actions={review.actions} />
        </Card>
      </article>
      <div className="review-unprinted stack">
        {review.state === 'shared' && review.may.write && <MakeMoments review={review} />}
        <div>
          <Button onClick={() => window.print()}>{t('reviews.print')}</Button>
        </div>
        {review.may.move && <MoveReview review={review} />}
      </div>
    </div>
  )
}
