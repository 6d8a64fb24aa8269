import type { Review } from '@chorus/contracts/reviews'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { reviewQuery } from './api/reviews.ts'
import { Guided } from './guided.tsx'
import { ReviewShown } from './review-shown.tsx'
import { stateWords } from './words.ts'
import './reviews.css'

/** One review: a guided way for those who write it, until it is shared; read by everybody else. @param thread what others say to it */
export function ReviewPage({ review: id, thread }: { review: string; thread: ReactNode }) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(reviewQuery(id))} title={t('reviews.title')}>
      {(review) => (
        <div className="stack stack-wide">
          <div className="stack stack-tight">
            <PageTitle title={review.parts.basics.title}>
              <span dir="auto" lang={review.parts.basics.language}>
                {review.parts.basics.title}
              </span>
            </PageTitle>
            <ReviewFacts review={review} />
          </div>
          {review.may.write && review.state !== 'shared' ? (
            <Guided review={review} />
          ) : (
            <ReviewShown review={review} />
          )}
          {review.state === 'shared' && <div className="review-unprinted">{thread}</div>}
        </div>
      )}
    </Loaded>
  )
}

/** How far it is, for which unit, led by whom and by when. Late is said kindly. */
function ReviewFacts({ review }: { review: Review }) {
  const { t, locale } = useTexts()
  const { state, unit, facilitator, overdue, shared, parts } = review
  return (
    <>
      <p className="small soft">
        {[
          t(stateWords[state]),
          unit.name,
          t('reviews.led-by', { name: facilitator?.name ?? t('community.left') }),
          shared === null
            ? t('reviews.due-on', { day: showDay(parts.basics.due, locale) })
            : t('reviews.shared-on', { day: showDay(shared, locale) }),
        ].join(' · ')}
      </p>
      {state === 'in review' && !review.may.write && (
        <p className="small soft measure">{t('reviews.may-change')}</p>
      )}
      {overdue && <p className="small review-late">{t('reviews.overdue')}</p>}
    </>
  )
}
