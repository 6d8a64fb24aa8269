import type { Review } from '@chorus/contracts/reviews'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { addReviewAction } from '../api/reviews.ts'
import { ReviewActions } from '../review-actions.tsx'
import { useReviewChange } from '../use-review-change.ts'

/** What the unit does about it: each becomes an action of the unit. */
export function ActionsStep({ review }: { review: Review }) {
  const { t } = useTexts()
  const [added, setAdded] = useState(0)
  const adding = useReviewChange(review.id, () => setAdded((times) => times + 1))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [title = '', owner = '', due = ''] = ['title', 'owner', 'due'].map((name) =>
      String(form.get(name) ?? '').trim(),
    )
    adding.mutate(() => addReviewAction(review.id, { title, owner: { kind: 'words', text: owner }, due }))
  }
  return (
    <>
      <ReviewActions actions={review.actions} />
      <form key={added} className="stack" onSubmit={submit}>
        <Field
          label={t('reviews.action-title')}
          name="title"
          required
          maxLength={200}
          autoComplete="off"
          dir="auto"
        />
        <Field
          label={t('reviews.action-owner')}
          hint={t('reviews.action-owner-hint')}
          name="owner"
          required
          maxLength={200}
          autoComplete="off"
          dir="auto"
        />
        <Field label={t('reviews.action-due')} name="due" type="date" required />
        {adding.error && <ProblemNotice error={adding.error} />}
        <div>
          <Button type="submit" look="main" busy={adding.isPending}>
            {t('reviews.add-action')}
          </Button>
        </div>
      </form>
    </>
  )
}
