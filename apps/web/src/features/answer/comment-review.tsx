import { fitText } from '@chorus/ballot/padded-text'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { commentedScales } from './commented.ts'
import type { Comments } from './kept.ts'
import type { Pulse } from './open-pulse.ts'
import './comment-help.css'

type Props = { pulse: Pulse; comments: Comments; onChange: (index: number) => void }

/** What was written, as it will be sent; nothing where nobody wrote. */
export function CommentReview({ pulse, comments, onChange }: Props) {
  const { t, locale } = useTexts()
  const written = commentedScales(pulse).flatMap(({ scale, after }) => {
    const text = fitText(comments[scale.id]?.text ?? '')
    const index = pulse.questions.findIndex(({ id }) => id === after)
    return text ? [{ scale, index, text, further: comments[scale.id]?.further === true }] : []
  })
  if (written.length === 0) return null
  return (
    <section className="stack" aria-labelledby="comment-review">
      <h2 id="comment-review">{t('answer.review.comments')}</h2>
      <p className="measure">{t('answer.review.comments-words')}</p>
      <ol className="review">
        {written.map(({ scale, index, text, further }) => {
          const name = localised(scale.name, locale).text
          return (
            <li key={scale.id}>
              <p className="comment-written" dir="auto">
                {text}
              </p>
              <p className="review-answer soft">
                {name}
                {further && ` · ${t('answer.comment.further')}`}
              </p>
              <button
                type="button"
                className="review-change"
                aria-label={`${t('answer.review.change')}: ${name}`}
                onClick={() => onChange(index)}
              >
                {t('answer.review.change')}
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
