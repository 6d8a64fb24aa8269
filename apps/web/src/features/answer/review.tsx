import { useLayoutEffect } from 'react'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import type { SentAnswers } from './api/send.ts'
import { CommentReview } from './comment-review.tsx'
import type { Comments } from './kept.ts'
import type { Pulse } from './open-pulse.ts'
import type { Question } from './questions.ts'

type Props = {
  pulse: Pulse
  answers: SentAnswers
  comments?: Comments
  onChange: (index: number) => void
  onBack: () => void
  onSend: () => void
}

/** Everything once more, exactly as it will be stored, before the one step that cannot be taken back. */
export function Review({ pulse, answers, comments = {}, onChange, onBack, onSend }: Props) {
  const { t, locale } = useTexts()
  // Reached from the end of a long page.
  useLayoutEffect(() => window.scrollTo({ top: 0 }), [])
  const open = pulse.questions.filter((question) => (answers[question.id] ?? null) === null).length
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('answer.review.title')} />
        <p className="lead soft">{t('answer.review.open', { count: open })}</p>
      </div>
      <ol className="review">
        {pulse.questions.map((question, index) => {
          const statement = localised(question.text, locale)
          return (
            <li key={question.id}>
              <p lang={statement.lang} dir={statement.dir}>
                {statement.text}
              </p>
              <Answer question={question} answer={answers[question.id] ?? null} />
              <button
                type="button"
                className="review-change"
                aria-label={`${t('answer.review.change')}: ${statement.text}`}
                onClick={() => onChange(index)}
              >
                {t('answer.review.change')}
              </button>
            </li>
          )
        })}
      </ol>
      <CommentReview pulse={pulse} comments={comments} onChange={onChange} />
      <Disclosure summary={t('answer.review.stored')}>
        <p>{t('answer.review.stored-words')}</p>
        <pre className="proof-json">{storedRow(pulse, answers)}</pre>
      </Disclosure>
      <div className="stack">
        <p className="measure">{t('answer.review.final')}</p>
        <div className="review-foot">
          <Button onClick={onBack}>{t('answer.question.back')}</Button>
          <Button look="main" onClick={onSend}>
            {t('answer.review.send')}
          </Button>
        </div>
      </div>
    </div>
  )
}

function Answer({ question, answer }: { question: Question; answer: number | null }) {
  const { t } = useTexts()
  if (answer === null) return <p className="review-answer soft">{t('answer.review.none')}</p>
  return (
    <p className="review-answer">
      {t('answer.review.of', { answer, max: question.points.at(-1) ?? answer })}
    </p>
  )
}

function storedRow({ invitation, questions }: Pulse, answers: SentAnswers): string {
  const given = Object.fromEntries(questions.map(({ id }) => [id, answers[id] ?? null]))
  return JSON.stringify({ cohort: invitation.cohort.id, answers: given }, null, 2)
}
