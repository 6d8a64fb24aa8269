import { nameMark } from '@chorus/contracts/name-mark'
import { Fragment } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import type { ShownComment } from './comment-groups.ts'

/**
 * A comment as it was written, in the direction of its own words, with what was searched for marked and a word for each masked name;
 * under a theme, the words that say so.
 */
export function CommentText({
  id,
  pieces,
  because,
}: { id: string } & Pick<ShownComment, 'pieces' | 'because'>) {
  const { t } = useTexts()
  return (
    <div className="comment">
      <p id={id} className="comment-text" dir="auto">
        {pieces.map(({ text, isHit }, place) =>
          isHit ? (
            <mark key={place}>
              <WithNames text={text} />
            </mark>
          ) : (
            <WithNames key={place} text={text} />
          ),
        )}
      </p>
      {because.length > 0 && (
        <p className="small soft">{t('comments.because', { words: because.join(' · ') })}</p>
      )}
    </div>
  )
}

/** Isolated: the reader's word for a name must not decide in which direction another language runs. */
function WithNames({ text }: { text: string }) {
  const { t } = useTexts()
  return text.split(nameMark).map((part, place) => (
    <Fragment key={place}>
      {place > 0 && <bdi>{t('comments.name')}</bdi>}
      {part}
    </Fragment>
  ))
}
