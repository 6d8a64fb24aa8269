import { cleanText } from '@chorus/ballot/padded-text'
import { leftInRoom, type Room, usualRoom } from '@chorus/ballot/text-in-room'
import { type ReactNode, useId, useState } from 'react'
import { useTexts } from '../lib/i18n/texts.ts'
import { Button } from './button.tsx'
import './write-text.css'

type Props = {
  label: string
  hint: string
  /** What the button says. */
  send: string
  busy: boolean
  /** How much may be written; a thousand characters unless it is said. */
  space?: Room
  rows?: number
  onSend: (text: string) => void
  /** What else is asked before it is sent. */
  children?: ReactNode
}

/** A field for a text, and the button that sends it. */
export function WriteText({ label, hint, send, busy, space = usualRoom, rows = 4, onSend, children }: Props) {
  const { t } = useTexts()
  const id = useId()
  const [text, setText] = useState('')
  const clean = cleanText(text)
  const room = leftInRoom(clean, space)
  return (
    <form
      className="write-text"
      onSubmit={(event) => {
        event.preventDefault()
        if (clean !== '' && room >= 0 && !busy) onSend(clean)
      }}
    >
      <label htmlFor={id}>{label}</label>
      <p className="small soft" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        rows={rows}
        dir="auto"
        required
        maxLength={2 * space.characters}
        value={text}
        aria-describedby={`${id}-hint ${id}-left`}
        aria-invalid={room < 0}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p className={`small ${room < 0 ? 'write-text-over' : 'soft'}`} id={`${id}-left`}>
        {t('replies.room', { count: room })}
      </p>
      {children}
      <div>
        <Button type="submit" look="main" busy={busy}>
          {send}
        </Button>
      </div>
    </form>
  )
}
