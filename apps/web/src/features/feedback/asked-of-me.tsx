import type { FeedbackRequest } from '@chorus/contracts/feedback'
import { type FormEvent, useState } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { LongField } from '../../ui/long-field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { declineRequest, giveFeedback, useFeedbackChange } from './api/feedback.ts'
import { WriteFeedback } from './write-feedback.tsx'

/** What a colleague asks: it is answered, or declined in kind words. */
export function AskedOfMe({ request, onSent }: { request: FeedbackRequest; onSent: () => void }) {
  const { t, locale } = useTexts()
  const [doing, setDoing] = useState<'give' | 'decline' | null>(null)
  const giving = useFeedbackChange(onSent)
  const declining = useFeedbackChange<void>()
  const decline = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const words = String(new FormData(event.currentTarget).get('words') ?? '').trim()
    if (!declining.isPending) declining.mutate(() => declineRequest(request.id, words))
  }
  return (
    <Card as="li">
      <h3 dir="auto">{t('feedback.from', { name: request.with.name })}</h3>
      <p className="small soft">{showDay(request.on, locale)}</p>
      <p className="as-written measure" dir="auto">
        {request.question}
      </p>
      <div className="row">
        <Button
          look={doing === null ? 'main' : 'plain'}
          aria-expanded={doing === 'give'}
          onClick={() => setDoing(doing === 'give' ? null : 'give')}
        >
          {t('feedback.give')}
        </Button>
        <Button
          aria-expanded={doing === 'decline'}
          onClick={() => setDoing(doing === 'decline' ? null : 'decline')}
        >
          {t('feedback.decline')}
        </Button>
      </div>
      {doing === 'give' && (
        <WriteFeedback
          busy={giving.isPending}
          error={giving.error}
          onSend={(words) =>
            giving.mutate(() => giveFeedback({ to: { kind: 'request', request: request.id }, ...words }))
          }
        />
      )}
      {doing === 'decline' && (
        <form className="stack stack-tight" onSubmit={decline}>
          <LongField
            label={t('feedback.decline-words')}
            name="words"
            rows={2}
            dir="auto"
            maxLength={1000}
            defaultValue={t('feedback.decline-draft')}
          />
          <div>
            <Button type="submit" look="main" busy={declining.isPending}>
              {t('community.send')}
            </Button>
          </div>
          {declining.error && <ProblemNotice error={declining.error} />}
        </form>
      )}
    </Card>
  )
}
