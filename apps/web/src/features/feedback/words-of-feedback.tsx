import type { FeedbackWords } from '@chorus/contracts/feedback'
import { useTexts } from '../../lib/i18n/texts.ts'

/** What was asked, and the four parts. */
export function WordsOfFeedback({ words }: { words: FeedbackWords }) {
  const { t } = useTexts()
  return (
    <dl className="stack feedback-words">
      {(['question', 'situation', 'behaviour', 'effect', 'wish'] as const).map(
        (part) =>
          words[part] && (
            <div key={part}>
              <dt className="small soft">{t(`feedback.part.${part}`)}</dt>
              <dd className="as-written measure" dir="auto">
                {words[part]}
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}
