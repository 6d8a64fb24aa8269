import type { Review } from '@chorus/contracts/reviews'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Checks } from '../../../ui/checks.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { reviewPeopleQuery, setReviewPeople } from '../api/reviews.ts'
import { useReviewChange } from '../use-review-change.ts'

/** Who leads it and who takes part. Only who leads it changes that. */
export function PeopleStep({ review, onSaved }: { review: Review; onSaved: () => void }) {
  const { t } = useTexts()
  const saving = useReviewChange(review.id, onSaved)
  const possible = useQuery({ ...reviewPeopleQuery(review.unit.id ?? ''), enabled: review.unit.id !== null })
  if (!review.may.move || review.unit.id === null)
    return (
      <>
        <p>{t('reviews.led-by', { name: review.facilitator?.name ?? t('community.left') })}</p>
        <ul className="review-list">
          {review.participants.map(({ person, name }) => (
            <li key={person}>{name}</li>
          ))}
        </ul>
      </>
    )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const facilitator = String(form.get('facilitator') ?? '')
    const participants = form.getAll('participants').map(String)
    saving.mutate(() =>
      setReviewPeople(review.id, {
        facilitator,
        participants: participants.filter((id) => id !== facilitator),
      }),
    )
  }
  return (
    <Loaded query={possible}>
      {({ people }) => {
        const known = new Map<string, string>(people.map(({ id, name }) => [id, name]))
        for (const one of [review.facilitator, ...review.participants])
          if (one) known.set(one.person, one.name)
        const options = [...known]
        return (
          <form className="stack" onSubmit={submit}>
            <Choice
              label={t('reviews.facilitator')}
              name="facilitator"
              defaultValue={review.facilitator?.person}
              options={options}
            />
            <p className="small soft measure">{t('reviews.facilitator-hint')}</p>
            <Checks
              legend={t('reviews.participants')}
              name="participants"
              options={options}
              chosen={review.participants.map(({ person }) => person)}
            />
            {saving.error && <ProblemNotice error={saving.error} />}
            <div>
              <Button type="submit" look="main" busy={saving.isPending}>
                {t('reviews.save')}
              </Button>
            </div>
          </form>
        )
      }}
    </Loaded>
  )
}
