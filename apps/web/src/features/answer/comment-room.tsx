import type { Comment } from '@chorus/ballot/comment-bytes'
import { mostCharacters, roomLeft } from '@chorus/ballot/padded-text'
import type { Scale } from '@chorus/contracts/instrument'
import { useState } from 'react'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import type { Commented } from './commented.ts'
import '../../ui/disclosure.css'
import './comment-room.css'

type Props = {
  scale: Pick<Scale, 'id' | 'name'>
  /** Undefined before the script has come: nothing is known of who writes. */
  commented?: Commented | undefined
  comment?: Comment | undefined
  onWrite: (comment: Comment) => void
  native: boolean
  /** What stands beside the field; undefined until it has come. */
  help?: typeof import('./comment-help.tsx') | undefined
}

/** Room for one comment, closed until somebody wants it. It can be written into before the script has come. */
export function CommentRoom({ scale, commented, comment, onWrite, native, help }: Props) {
  const { t, locale } = useTexts()
  const id = `comment-${scale.id}`
  const { text, further } = comment ?? { text: '', further: false }
  // Said once: a field that is emptied while somebody writes must not close. And not in the server's form, which is closed.
  const [startsOpen] = useState(text !== '')
  const helped = !native && help && commented
  return (
    <details className="disclosure comment" open={startsOpen && !native}>
      <summary>{t('answer.comment.add', { scale: localised(scale.name, locale).text })}</summary>
      <div className="disclosure-body stack">
        {helped && <help.CommentWords id={`${id}-words`} commented={commented} />}
        <div className="comment-room">
          <label htmlFor={id}>{t('answer.comment.label')}</label>
          <textarea
            id={id}
            name={scale.id}
            rows={4}
            dir="auto"
            // The browser counts letters of two units twice; it keeps out what would take long to look through.
            maxLength={2 * mostCharacters}
            value={text}
            aria-describedby={helped ? `${id}-words ${id}-left` : undefined}
            aria-invalid={roomLeft(text) < 0}
            onChange={(event) => onWrite({ text: event.currentTarget.value, further })}
          />
        </div>
        {helped && (
          <help.CommentHints
            leftId={`${id}-left`}
            commented={commented}
            comment={{ text, further }}
            onWrite={onWrite}
          />
        )}
      </div>
    </details>
  )
}
