import type { Comment } from '@chorus/ballot/comment-bytes'
import { roomLeft } from '@chorus/ballot/padded-text'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Tick } from '../../ui/tick.tsx'
import { emailAddresses } from './comment-hints/email-addresses.ts'
import { longNumbers } from './comment-hints/long-numbers.ts'
import { otherScript } from './comment-hints/other-script.ts'
import { ownStyle } from './comment-hints/own-style.ts'
import { personNames } from './comment-hints/person-names.ts'
import type { Commented } from './commented.ts'
import './comment-help.css'

/** What becomes of a comment, above its field. */
export function CommentWords({ id, commented }: { id: string; commented: Commented }) {
  const { t } = useTexts()
  const { group, threshold } = commented
  return (
    <p className="small soft" id={id}>
      {t('answer.comment.words', { threshold, group: groupName(group.label, t), size: group.size })}
    </p>
  )
}

type HintsProps = {
  /** The element that says how much room is left. */
  leftId: string
  commented: Commented
  comment: Comment
  onWrite: (comment: Comment) => void
}

/** Below the field: the room left, what might give the author away, and how far it goes. Found on this device and told to nobody. */
export function CommentHints({ leftId, commented, comment, onWrite }: HintsProps) {
  const { t } = useTexts()
  const { text, further } = comment
  const room = roomLeft(text)
  return (
    <>
      <p className={`small ${room < 0 ? 'comment-over' : 'soft'}`} id={leftId}>
        {room < 0 ? t('answer.comment.over', { count: -room }) : t('answer.comment.left', { count: room })}
      </p>
      <Found text={text} ours={commented.ours} />
      <Tick
        label={t('answer.comment.further')}
        hint={t('answer.comment.further-hint', { group: groupName(commented.group.label, t) })}
        checked={further}
        onChange={(event) => onWrite({ text, further: event.currentTarget.checked })}
      />
    </>
  )
}

function Found({ text, ours }: { text: string; ours: string }) {
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
      {otherScript(text, ours) && <li>{t('answer.comment.script')}</li>}
      {style && <li>{t(`answer.comment.style-${style}`)}</li>}
    </ul>
  )
}
