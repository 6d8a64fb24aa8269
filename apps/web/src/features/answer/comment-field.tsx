import { type Comment, mostCharacters, roomLeft } from '@chorus/ballot/comment-bytes'
import { useId, useState } from 'react'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Tick } from '../../ui/tick.tsx'
import { emailAddresses } from './comment-hints/email-addresses.ts'
import { longNumbers } from './comment-hints/long-numbers.ts'
import { ownStyle } from './comment-hints/own-style.ts'
import { personNames } from './comment-hints/person-names.ts'
import type { Commented } from './commented.ts'
import '../../ui/disclosure.css'
import './comment-field.css'

type Props = {
  commented: Commented
  comment: Comment | undefined
  onWrite: (comment: Comment) => void
}

/** Room for one comment, closed until somebody wants it. What it warns of is found on this device and told to nobody. */
export function CommentField({ commented, comment, onWrite }: Props) {
  const { t, locale } = useTexts()
  const id = useId()
  const { scale, group, threshold } = commented
  const { text, further } = comment ?? { text: '', further: false }
  const room = roomLeft(text)
  // Said once: a field that is emptied while somebody writes must not close.
  const [startsOpen] = useState(text !== '')
  return (
    <details className="disclosure comment" open={startsOpen}>
      <summary>{t('answer.comment.add', { scale: localised(scale.name, locale).text })}</summary>
      <div className="disclosure-body stack">
        <p className="small soft" id={`${id}-words`}>
          {t('answer.comment.words', { threshold, group: group.label, size: group.size })}
        </p>
        <div className="comment-room">
          <label htmlFor={id}>{t('answer.comment.label')}</label>
          <textarea
            id={id}
            rows={4}
            dir="auto"
            // The browser counts letters of two units twice; it keeps out what would take long to look through.
            maxLength={2 * mostCharacters}
            value={text}
            aria-describedby={`${id}-words ${id}-left`}
            aria-invalid={room < 0}
            onChange={(event) => onWrite({ text: event.currentTarget.value, further })}
          />
          <p className={`small ${room < 0 ? 'comment-over' : 'soft'}`} id={`${id}-left`}>
            {room < 0
              ? t('answer.comment.over', { count: -room })
              : t('answer.comment.left', { count: room })}
          </p>
        </div>
        <Hints text={text} />
        <Tick
          label={t('answer.comment.further')}
          hint={t('answer.comment.further-hint', { group: group.label })}
          checked={further}
          onChange={(event) => onWrite({ text, further: event.currentTarget.checked })}
        />
      </div>
    </details>
  )
}

function Hints({ text }: { text: string }) {
  const { t, locale } = useTexts()
  const names = personNames(text, locale)
  const addresses = emailAddresses(text)
  const numbers = longNumbers(text)
  const style = ownStyle(text)
  const list = (found: readonly string[]) => found.join(', ')
  return (
    <ul className="comment-hints small" aria-live="polite">
      {names.length > 0 && <li>{t('answer.comment.names', { found: list(names) })}</li>}
      {addresses.length > 0 && <li>{t('answer.comment.addresses', { found: list(addresses) })}</li>}
      {numbers.length > 0 && <li>{t('answer.comment.numbers', { found: list(numbers) })}</li>}
      {style && <li>{t(`answer.comment.style-${style}`)}</li>}
    </ul>
  )
}
