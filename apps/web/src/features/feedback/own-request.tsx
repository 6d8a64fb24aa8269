import type { FeedbackRequest } from '@chorus/contracts/feedback'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useFeedbackChange, withdrawRequest } from './api/feedback.ts'

/** What was asked of a colleague: it waits, or the colleague would rather not. */
export function OwnRequest({ request }: { request: FeedbackRequest }) {
  const { t, locale } = useTexts()
  const { id, question, on, declined } = request
  const withdrawing = useFeedbackChange<void>()
  return (
    <Card as="li">
      <h3 dir="auto">{t('feedback.to', { name: request.with.name })}</h3>
      <p className="small soft">
        {[showDay(on, locale), t(declined ? 'feedback.declined' : 'feedback.waiting')].join(' · ')}
      </p>
      <p className="as-written measure" dir="auto">
        {question}
      </p>
      {declined?.words && (
        <blockquote className="as-written measure" dir="auto">
          {declined.words}
        </blockquote>
      )}
      <div>
        <Button
          look="quiet"
          busy={withdrawing.isPending}
          onClick={() => withdrawing.mutate(() => withdrawRequest(id))}
        >
          {t(declined ? 'feedback.put-away' : 'community.take-back')}
        </Button>
      </div>
      {withdrawing.error && <ProblemNotice error={withdrawing.error} />}
    </Card>
  )
}
