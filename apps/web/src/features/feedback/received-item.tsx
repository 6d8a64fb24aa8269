import type { FeedbackWords, ReceivedFeedback } from '@chorus/contracts/feedback'
import { useState } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { answerFeedback, deleteFeedback, readFeedback, useFeedbackChange } from './api/feedback.ts'
import { WordsOfFeedback } from './words-of-feedback.tsx'

/** What somebody received: closed until it is opened, and then to say that it helped, to give thanks for, or to delete. */
export function ReceivedItem({ feedback }: { feedback: ReceivedFeedback }) {
  const { t, locale } = useTexts()
  const { id, read, helpful, thanked, on } = feedback
  const [words, setWords] = useState<FeedbackWords | null>(null)
  const opening = useFeedbackChange(setWords)
  const changing = useFeedbackChange<void>()
  const error = opening.error ?? changing.error
  const change = (what: () => Promise<void>) => {
    if (!changing.isPending) changing.mutate(what)
  }
  return (
    <Card as="li">
      <h3 dir="auto">{t('feedback.from', { name: feedback.with?.name ?? t('community.left') })}</h3>
      <p className="small soft">{showDay(on, locale)}</p>
      {words ? (
        <>
          <WordsOfFeedback words={words} />
          <div className="row">
            <Button
              aria-pressed={helpful}
              onClick={() => change(() => answerFeedback(id, { helpful: !helpful }))}
            >
              {t('feedback.helpful')}
            </Button>
            <Button
              aria-pressed={thanked}
              onClick={() => change(() => answerFeedback(id, { thanked: !thanked }))}
            >
              {t('community.thank-you')}
            </Button>
            <SureButton
              label={t('feedback.delete')}
              title={t('feedback.sure')}
              words={t('feedback.sure-words')}
              busy={changing.isPending}
              error={changing.error}
              onSure={() => change(() => deleteFeedback(id))}
            />
          </div>
        </>
      ) : (
        <div className="stack stack-tight">
          {!read && <p className="small soft">{t('feedback.unread')}</p>}
          <div>
            <Button busy={opening.isPending} onClick={() => opening.mutate(() => readFeedback(id))}>
              {t('feedback.open')}
            </Button>
          </div>
        </div>
      )}
      {error && <ProblemNotice error={error} />}
    </Card>
  )
}
