import type { GivenFeedback } from '@chorus/contracts/feedback'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { deleteFeedback, useFeedbackChange } from './api/feedback.ts'
import { WordsOfFeedback } from './words-of-feedback.tsx'

/** What somebody gave: whether it was read and helped, and, until it was read, the way back. */
export function GivenItem({ feedback }: { feedback: GivenFeedback }) {
  const { t, locale } = useTexts()
  const { id, read, helpful, thanked, on, words } = feedback
  const taking = useFeedbackChange<void>()
  return (
    <Card as="li">
      <h3 dir="auto">{t('feedback.to', { name: feedback.with?.name ?? t('community.left') })}</h3>
      <p className="small soft">
        {[
          showDay(on, locale),
          t(read ? 'feedback.was-read' : 'feedback.not-read'),
          helpful ? t('feedback.helpful') : '',
          thanked ? t('community.thank-you') : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Disclosure summary={t('feedback.words')}>
        <WordsOfFeedback words={words} />
      </Disclosure>
      {!read && (
        <div>
          <Button
            look="quiet"
            busy={taking.isPending}
            onClick={() => taking.mutate(() => deleteFeedback(id))}
          >
            {t('community.take-back')}
          </Button>
        </div>
      )}
      {taking.error && <ProblemNotice error={taking.error} />}
    </Card>
  )
}
