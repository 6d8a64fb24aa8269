import type { Review } from '@chorus/contracts/reviews'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { makeMoment } from './api/reviews.ts'
import { useReviewChange } from './use-review-change.ts'

/** Makes learning moments of what was learned, one at a time, so that others find them. */
export function MakeMoments({ review }: { review: Review }) {
  const { t } = useTexts()
  const making = useReviewChange(review.id)
  const open = review.parts.lessons.lessons.flatMap(({ text, lesson }, place) =>
    lesson === null ? [{ text, place }] : [],
  )
  if (open.length === 0 || review.unit.id === null) return null
  return (
    <section className="stack stack-tight" aria-label={t('reviews.make-moments')}>
      <h2>{t('reviews.make-moments')}</h2>
      <ul className="review-list">
        {open.map(({ text, place }) => (
          <li key={place} className="stack stack-tight">
            <p dir="auto" lang={review.parts.basics.language}>
              {text}
            </p>
            <div>
              <Button
                busy={making.isPending}
                aria-label={`${t('reviews.make-moment')}: ${text}`}
                onClick={() => making.mutate(() => makeMoment(review.id, place))}
              >
                {t('reviews.make-moment')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {making.error && <ProblemNotice error={making.error} />}
    </section>
  )
}
