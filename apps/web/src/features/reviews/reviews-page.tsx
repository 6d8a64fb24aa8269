import type { ReviewBrief, ReviewState } from '@chorus/contracts/reviews'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { reviewsQuery } from './api/reviews.ts'
import { OpenReview, type UnitChoice } from './open-review.tsx'
import { stateWords } from './words.ts'
import './reviews.css'

const states: readonly ReviewState[] = ['draft', 'in review', 'shared']

/** Reviews by state and unit. @param units for which the reader may open one */
export function ReviewsPage({ units }: { units: readonly UnitChoice[] }) {
  const { t } = useTexts()
  const [opening, setOpening] = useState(false)
  const [state, setState] = useState('')
  const [unit, setUnit] = useState('')
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('reviews.title')} />
        <p className="lead soft">{t('reviews.lead')}</p>
        <div>
          <Button look="main" onClick={() => setOpening(true)}>
            {t('reviews.open')}
          </Button>
        </div>
      </div>
      {opening && <OpenReview units={units} onClose={() => setOpening(false)} />}
      <Loaded query={useQuery(reviewsQuery)}>
        {({ reviews }) => {
          const names = [...new Set(reviews.map((one) => one.unit.name))].sort()
          const shown = reviews.filter(
            (one) => (state === '' || one.state === state) && (unit === '' || one.unit.name === unit),
          )
          return (
            <>
              {reviews.length > 0 && (
                <div className="review-days">
                  <Choice
                    label={t('reviews.filter-state')}
                    value={state}
                    onChange={(event) => setState(event.currentTarget.value)}
                    options={[
                      ['', t('reviews.all')] as const,
                      ...states.map((one) => [one, t(stateWords[one])] as const),
                    ]}
                  />
                  <Choice
                    label={t('reviews.filter-unit')}
                    value={unit}
                    onChange={(event) => setUnit(event.currentTarget.value)}
                    options={[['', t('reviews.all')] as const, ...names.map((one) => [one, one] as const)]}
                  />
                </div>
              )}
              <p className="visually-hidden" role="status">
                {t('reviews.count', { count: shown.length })}
              </p>
              {shown.length === 0 && <p className="measure">{t('reviews.none')}</p>}
              <ul className="stack">
                {shown.map((review) => (
                  <ReviewLine key={review.id} review={review} />
                ))}
              </ul>
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

function ReviewLine({ review }: { review: ReviewBrief }) {
  const { t, locale } = useTexts()
  const { id, title, state, unit, facilitator, due, overdue, takesPart } = review
  return (
    <Card as="li">
      <h2 dir="auto">
        <Link to="/reviews/$review" params={{ review: id }}>
          {title}
        </Link>
      </h2>
      <p className="small soft">
        {[
          t(stateWords[state]),
          unit.name,
          t('reviews.led-by', { name: facilitator?.name ?? t('community.left') }),
          ...(state === 'shared' ? [] : [t('reviews.due-on', { day: showDay(due, locale) })]),
          ...(takesPart && state !== 'shared' ? [t('reviews.you-take-part')] : []),
        ].join(' · ')}
      </p>
      {overdue && <p className="small review-late">{t('reviews.overdue')}</p>}
    </Card>
  )
}
