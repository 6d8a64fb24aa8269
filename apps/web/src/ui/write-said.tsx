import type { FormEvent } from 'react'
import { useTexts } from '../lib/i18n/texts.ts'
import { Button } from './button.tsx'
import { MentionField } from './mention-field.tsx'
import { ProblemNotice } from './problem-notice.tsx'

type Props = {
  label: string
  /** What stands in the field at first. */
  text?: string
  busy: boolean
  error: unknown
  onSend: (text: string) => void
  /** The words of the button. */
  send: string
  rows: number
  onCancel?: () => void
}

/** A few lines that are said under a name, new or changed, in which people can be mentioned. */
export function WriteSaid({ label, text = '', send, rows, busy, error, onSend, onCancel }: Props) {
  const { t } = useTexts()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = String(new FormData(event.currentTarget).get('text') ?? '').trim()
    if (given && !busy) onSend(given)
  }
  return (
    <form className="stack stack-tight" onSubmit={submit}>
      <MentionField
        label={label}
        name="text"
        rows={rows}
        dir="auto"
        required
        maxLength={2000}
        defaultValue={text}
      />
      {error !== null && <ProblemNotice error={error} />}
      <div className="row">
        <Button type="submit" busy={busy}>
          {send}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('shared.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
