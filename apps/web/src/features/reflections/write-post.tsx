import type { FormEvent } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { MentionField } from '../../ui/mention-field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'

type Props = {
  label: string
  /** What stands in the field at first. */
  text?: string
  busy: boolean
  error: unknown
  onSend: (text: string) => void
  onCancel?: () => void
}

/** The field for a post, new or changed. */
export function WritePost({ label, text = '', busy, error, onSend, onCancel }: Props) {
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
        rows={2}
        dir="auto"
        required
        maxLength={2000}
        defaultValue={text}
      />
      {error !== null && <ProblemNotice error={error} />}
      <div className="row">
        <Button type="submit" busy={busy}>
          {t(onCancel ? 'community.save' : 'reflections.post')}
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
