import type { MyStored } from '@chorus/contracts/stored'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Facts } from './facts.tsx'

/** Feedback is under names, and far from answers: who, to whom, and on which day. */
export function FeedbackRows({ feedback }: { feedback: MyStored['feedback'] }) {
  const { t, locale } = useTexts()
  if (feedback.length === 0) return null
  return (
    <Card labelledBy="stored-feedback">
      <h2 id="stored-feedback">{t('feedback.stored')}</h2>
      <p className="measure">{t('feedback.stored-words')}</p>
      <Facts
        facts={feedback.map(
          ({ kind, on, ...other }) =>
            [t(`feedback.${kind}`), `${other.with ?? t('community.left')} · ${showDay(on, locale)}`] as const,
        )}
      />
    </Card>
  )
}
