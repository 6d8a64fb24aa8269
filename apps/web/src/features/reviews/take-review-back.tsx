import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { reviewQuery, reviewsQuery, takeReviewBack } from './api/reviews.ts'

/** Whoever opened a draft deletes it, after being asked. */
export function TakeReviewBack({ review }: { review: string }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const takingBack = useMutation({
    mutationFn: () => takeReviewBack(review),
    onSuccess: async () => {
      await navigate({ to: '/reviews' })
      client.removeQueries({ queryKey: reviewQuery(review).queryKey })
      await client.invalidateQueries({ queryKey: reviewsQuery.queryKey })
    },
  })
  return (
    <div>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('reviews.take-back')}
      </Button>
      {asking && (
        <Dialog title={t('reviews.take-back-title')} onClose={() => setAsking(false)}>
          <p>{t('reviews.take-back-words')}</p>
          {takingBack.error && <ProblemNotice error={takingBack.error} />}
          <div className="dialog-actions">
            <Button onClick={() => setAsking(false)}>{t('shared.cancel')}</Button>
            <Button look="danger" busy={takingBack.isPending} onClick={() => takingBack.mutate()}>
              {t('reviews.take-back')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}
