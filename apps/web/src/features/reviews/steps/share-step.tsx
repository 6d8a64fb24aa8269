import type { Review } from '@chorus/contracts/reviews'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { reviewNamesQuery } from '../api/reviews.ts'
import { MoveReview } from '../move-review.tsx'
import { partWords } from '../words.ts'

/** The last look before others read it: whether names stand in it, and the button that moves it on. */
export function ShareStep({ review }: { review: Review }) {
  const { t } = useTexts()
  return (
    <>
      <Loaded query={useQuery(reviewNamesQuery(review.id))}>
        {({ names }) =>
          names.length === 0 ? (
            <p>{t('reviews.no-names')}</p>
          ) : (
            <Notice title={t('reviews.names', { count: names.length })}>
              <ul className="review-list">
                {names.map(({ part, name }) => (
                  <li key={`${part} ${name}`}>
                    <bdi>{name}</bdi> · {t(partWords[part])}
                  </li>
                ))}
              </ul>
              <p>{t('reviews.names-why')}</p>
            </Notice>
          )
        }
      </Loaded>
      {review.may.move ? (
        <MoveReview review={review} />
      ) : (
        <p className="soft">
          {t('reviews.moved-by', { name: review.facilitator?.name ?? t('community.left') })}
        </p>
      )}
    </>
  )
}
